import assert from "node:assert/strict";
import { test } from "node:test";
import { applyConditions, saysHide, valueOf } from "../js/parts/conditions.js";
import { page } from "./page.mjs";

const form = (body) => page(`<form>${body}</form>`).querySelector("form");
const wrapper = (key) => document.querySelector(`[data-field-key="${key}"]`);

test("values have the types of the form's schema", () => {
  form(`
    <div data-field-key="alone"><input type="hidden" name="_alone" value="on"><input type="checkbox" name="alone" checked></div>
    <div data-field-key="needs" data-field-type="checklist"><input type="checkbox" name="needs" value="meals" checked></div>
    <div data-field-key="age"><input type="number" name="age" value="84"></div>
    <div data-field-key="empty"><input type="number" name="empty" value=""></div>
    <div data-field-key="mood"><input type="radio" name="mood" value="good"><input type="radio" name="mood" value="bad" checked></div>
    <div data-field-key="unanswered"><input type="radio" name="u" value="yes"></div>`);
  const values = ["alone", "needs", "age", "empty", "mood", "unanswered"].map((key) => valueOf(wrapper(key)));
  assert.deepEqual(values, [true, ["meals"], 84, null, "bad", null]);
});

test("hides and disables what the condition hides, and brings it back as it was", () => {
  const shown = form(`
    <div data-field-key="eats"><select name="eats"><option value="yes" selected></option><option value="no"></option></select></div>
    <div data-field-key="since" data-hide-if='=eats != "no"'><input name="since" value="lundi"><input name="locked" disabled></div>`);
  applyConditions(shown);
  assert.equal(wrapper("since").hidden, true);
  assert.equal(new FormData(shown).has("since"), false);
  shown.elements.eats.value = "no";
  applyConditions(shown);
  assert.equal(wrapper("since").hidden, false);
  assert.equal(new FormData(shown).get("since"), "lundi");
  assert.equal(shown.elements.locked.disabled, true, "what the server disabled stays disabled");
});

test("an answer that is out of sight no longer counts", () => {
  const shown = form(`
    <div data-field-key="help"><input type="checkbox" name="help"></div>
    <div data-field-key="kind" data-hide-if="=not(help)"><input name="kind" value="meals"></div>
    <div data-field-key="partner" data-hide-if='=kind != "meals"'><input name="partner"></div>`);
  applyConditions(shown);
  assert.equal(wrapper("partner").hidden, true);
  shown.elements.help.checked = true;
  applyConditions(shown);
  assert.equal(wrapper("partner").hidden, false);
});

test("conditions that contradict each other come to an end", () => {
  const shown = form(`
    <div data-field-key="a" data-hide-if="=b != null"><input name="a" value="1"></div>
    <div data-field-key="b" data-hide-if="=a = null"><input name="b" value="1"></div>`);
  applyConditions(shown);
});

test("a condition that is broken or undecided leaves the field in sight", () => {
  assert.equal(saysHide("=age >", { age: 3 }), false);
  assert.equal(saysHide("=age > 3", { age: null }), false);
  assert.equal(saysHide('=list contains(needs, "meals")', { needs: ["meals"] }), true);
});
