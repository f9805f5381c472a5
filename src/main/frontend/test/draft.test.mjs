import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { watchDrafts } from "../js/parts/draft.js";
import { page, type } from "./page.mjs";

const settle = async () => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve(); };
const state = () => document.querySelector("[data-draft-state]").textContent;
let sent;
let answer;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  page(`<form method="post" data-draft-url="/drafts/7"><input name="_csrf" value="secret"><textarea name="note"></textarea><p data-draft-state></p></form>`);
  sent = [];
  answer = async () => ({ ok: true, status: 204 });
  watchDrafts(document, (url, request) => (sent.push([url, request.body]), answer()));
});

test("one request follows a pause in typing, without the token", async () => {
  type(document.querySelector("textarea"), "vu");
  mock.timers.tick(500);
  type(document.querySelector("textarea"), "vue");
  mock.timers.tick(799);
  assert.deepEqual(sent, []);
  mock.timers.tick(1);
  await settle();
  assert.deepEqual(sent, [["/drafts/7", "note=vue"]]);
  assert.match(state(), /^Brouillon gardé à \d\d:\d\d$/);
});

test("leaving the page keeps at once what is not kept yet, and nothing twice", async () => {
  type(document.querySelector("textarea"), "vue");
  window.dispatchEvent(new Event("pagehide"));
  window.dispatchEvent(new Event("pagehide"));
  assert.equal(sent.length, 1);
});

test("what did not reach the server is tried again", async () => {
  answer = async () => { throw new Error("offline"); };
  type(document.querySelector("textarea"), "vue");
  mock.timers.tick(800);
  await settle();
  assert.match(state(), /pas encore gardé/);
  answer = async () => ({ ok: true, status: 204 });
  mock.timers.tick(10_000);
  await settle();
  assert.equal(sent.length, 2);
  assert.match(state(), /gardé à/);
});

test("a lost session is named and not tried again", async () => {
  answer = async () => ({ ok: false, status: 0, type: "opaqueredirect" });
  type(document.querySelector("textarea"), "vue");
  mock.timers.tick(800);
  await settle();
  mock.timers.tick(60_000);
  assert.equal(sent.length, 1);
  assert.match(state(), /session a expiré/);
});

test("a draft never follows the form that was sent", () => {
  type(document.querySelector("textarea"), "vue");
  document.querySelector("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  mock.timers.tick(800);
  window.dispatchEvent(new Event("pagehide"));
  assert.deepEqual(sent, []);
});

test("a form the server refused is a draft again", async () => {
  const form = document.querySelector("form");
  type(document.querySelector("textarea"), "vue");
  form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  form.dispatchEvent(new window.CustomEvent("htmx:afterRequest", { bubbles: true, detail: { elt: form, xhr: { status: 422 } } }));
  mock.timers.tick(800);
  await settle();
  assert.deepEqual(sent, [["/drafts/7", "note=vue"]]);
});
