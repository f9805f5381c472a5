// The fixtures of the server's form checks, held against the two browser sides: our conditions and Camunda's form-js.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { applyConditions } from "../js/parts/conditions.js";
import { page } from "./page.mjs";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const read = (...names) => JSON.parse(readFileSync(join(root, ...names), "utf8"));
const fixtures = ["conditions", "rules"].map((name) => [name, read("src", "test", "resources", "forms-fixtures", `${name}.json`)]);
const forms = readdirSync(join(root, "forms")).filter((name) => name.endsWith(".form"));

/** What only a hand-made request can send, or what form-js leaves to its controls: not its validation's concern. */
const SERVERS_OWN = ["whole", "number", "decimals", "option", "date", "datetime", "time", "many", "unknown"].map((fault) => `form.error.${fault}`);

const document = page("<div id='viewer'></div>");
for (const name of ["HTMLElement", "Node", "Element", "SVGElement", "CustomEvent", "MutationObserver", "DOMParser", "getComputedStyle"]) {
  globalThis[name] = document.defaultView[name];
}
globalThis.requestAnimationFrame = (work) => setTimeout(work);
globalThis.cancelAnimationFrame = clearTimeout;
globalThis.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
// The package's ES modules name files without their endings, which only bundlers resolve.
const { createForm } = createRequire(import.meta.url)("@bpmn-io/form-js-viewer");

const asked = (schema) => schema.components.flatMap((one) => (one.type === "group" ? asked(one) : one)).filter((one) => one.key);
const isLocked = (field) => field.readonly || field.disabled;

/** A request's text as the values that form-js works with. */
function typed(field, [...sent]) {
  if (field.type === "checklist") return [...new Set(sent)];
  if (field.type === "checkbox") return ["on", "true"].includes(sent[0]);
  if (field.type !== "number") return sent[0].trim();
  const number = Number(sent[0].replace(/\s/g, "").replace(",", "."));
  return Number.isFinite(number) ? number : null;
}

async function byFormJs(schema, raw) {
  const named = structuredClone(schema);
  asked(named).forEach((field) => (field.id = field.key));
  const data = Object.fromEntries(asked(named).filter((field) => raw[field.key] && !isLocked(field)).map((field) => [field.key, typed(field, raw[field.key])]));
  const form = await createForm({ container: document.querySelector("#viewer"), schema: named, data });
  const { data: kept, errors } = form.submit();
  form.destroy();
  return { kept: Object.keys(kept), faulty: Object.keys(errors) };
}

const KEPT_BY = { number: "number", checkbox: "checkbox", checklist: "checkbox", radio: "radio" };

/** The fields as the server draws them, filled in as the request says; gives the keys of those that are out of sight. */
function hiddenByUs(schema, raw) {
  const form = document.createElement("form");
  for (const field of asked(schema)) {
    const wrapper = form.appendChild(document.createElement("div"));
    wrapper.dataset.fieldKey = field.key;
    wrapper.dataset.fieldType = field.type;
    if (field.conditional?.hide) wrapper.dataset.hideIf = field.conditional.hide;
    const sent = isLocked(field) ? [field.defaultValue ?? ""] : (raw[field.key] ?? []);
    for (const choice of field.values ?? [{ value: field.type === "checkbox" ? "true" : (sent[0] ?? "") }]) {
      const input = wrapper.appendChild(document.createElement("input"));
      input.type = field.type === "select" ? "radio" : (KEPT_BY[field.type] ?? "text");
      input.name = field.key;
      input.value = choice.value;
      input.checked = sent.includes(choice.value) || (field.type === "checkbox" && sent.includes("on"));
    }
  }
  applyConditions(form);
  return [...form.querySelectorAll("[data-field-key]")].filter((wrapper) => wrapper.hidden).map((wrapper) => wrapper.dataset.fieldKey);
}

for (const [name, { schema, cases }] of fixtures) {
  for (const one of cases) {
    test(`${name}: ${one.name}: the page hides what the server leaves out`, () => {
      const hidden = hiddenByUs(schema, one.raw);
      if (one.hidden) assert.deepEqual([...hidden].sort(), [...one.hidden].sort());
      for (const key of [...Object.keys(one.answers), ...Object.keys(one.errors)]) assert.ok(!hidden.includes(key), key);
    });

    test(`${name}: ${one.name}: form-js finds the same faults`, async () => {
      const { kept, faulty } = await byFormJs(schema, one.raw);
      const apart = (key) => one.formJsShows?.includes(key) || SERVERS_OWN.includes(one.errors[key]);
      const expected = Object.keys(one.errors).filter((key) => !apart(key));
      assert.deepEqual(faulty.filter((key) => !apart(key)).sort(), expected.sort());
      for (const key of one.hidden ?? []) assert.ok(one.formJsShows?.includes(key) || !kept.includes(key), `${key} is hidden`);
      for (const key of Object.keys(one.answers)) assert.ok(kept.includes(key), `${key} is kept`);
    });
  }
}

for (const file of forms) {
  test(`${file}: left empty, form-js asks for what the page shows as required`, async () => {
    const schema = read("forms", file);
    const hidden = hiddenByUs(schema, {});
    const required = asked(schema).filter((field) => field.validate?.required && !hidden.includes(field.key) && !isLocked(field)).map((field) => field.key);
    const { faulty } = await byFormJs(schema, {});
    assert.deepEqual(faulty.sort(), required.sort());
  });
}
