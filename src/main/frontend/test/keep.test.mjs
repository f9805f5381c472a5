import assert from "node:assert/strict";
import { test } from "node:test";
import { restore, save } from "../js/parts/keep.js";
import { page } from "./page.mjs";

const FORM = `<form data-keep="call-7">
  <input type="hidden" name="version" value="3"><textarea name="note"></textarea>
  <input type="radio" name="mood" value="good"><input type="radio" name="mood" value="bad">
  <input type="checkbox" name="needs" value="meals"><input type="checkbox" name="needs" value="visit"></form>`;

function typed() {
  const form = page(FORM).querySelector("form");
  document.body.dataset.user = "ines";
  form.elements.note.value = "Rappeler mardi";
  form.elements.mood[1].checked = true;
  form.elements.needs[1].checked = true;
  save(form);
  form.reset();
  return form;
}

test("what was typed comes back, hidden fields excepted", () => {
  const form = typed();
  form.elements.version.value = "4";
  assert.equal(restore(form), true);
  assert.equal(form.elements.note.value, "Rappeler mardi");
  assert.deepEqual([...form.elements.mood].map((radio) => radio.checked), [false, true]);
  assert.deepEqual([...form.elements.needs].map((box) => box.checked), [false, true]);
  assert.equal(form.elements.version.value, "4");
});

test("another person on the same tab finds nothing, and nothing is left", () => {
  const form = typed();
  document.body.dataset.user = "paul";
  assert.equal(restore(form), false);
  assert.equal(sessionStorage.length, 0);
});
