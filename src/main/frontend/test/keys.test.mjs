import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { watchKeys } from "../js/parts/keys.js";
import { page } from "./page.mjs";

beforeEach(() => {
  page(`
    <input type="search" data-key-search>
    <input type="checkbox" data-keys-toggle>
    <ul data-key-list>
      <li><input type="checkbox" id="box1"><a class="av-row" id="row1" href="#1">1</a></li>
      <li><input type="checkbox" id="box2"><a class="av-row" id="row2" href="#2">2</a><button type="button" data-key-claim id="claim2">Prendre</button></li>
    </ul>`);
  watchKeys(document);
});

const press = (key, options = {}) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options }));
const focused = () => document.activeElement.id;

test("j and k walk the rows and stop at the ends", () => {
  const walk = ["j", "j", "j", "k", "k"].map((key) => (press(key), focused()));
  assert.deepEqual(walk, ["row1", "row2", "row2", "row1", "row1"]);
});

test("x ticks the row's own box and e presses the row's own claim button", () => {
  let claimed = 0;
  document.getElementById("claim2").addEventListener("click", () => (claimed += 1));
  press("j");
  press("j");
  press("x");
  press("e");
  assert.deepEqual([document.getElementById("box1").checked, document.getElementById("box2").checked, claimed], [false, true, 1]);
});

test("letters typed into a field, or with a modifier, are no commands", () => {
  press("/");
  assert.ok(document.activeElement.matches("[data-key-search]"));
  press("j");
  assert.ok(document.activeElement.matches("[data-key-search]"));
  document.activeElement.blur();
  press("j", { ctrlKey: true });
  assert.equal(focused(), "");
});

test("keys that are switched off stay off", () => {
  const toggle = document.querySelector("[data-keys-toggle]");
  toggle.checked = false;
  toggle.dispatchEvent(new Event("change", { bubbles: true }));
  press("j");
  assert.equal(focused(), "");
  assert.equal(localStorage.getItem("av.keys"), "off");
});
