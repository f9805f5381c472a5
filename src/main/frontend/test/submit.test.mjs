import assert from "node:assert/strict";
import { test } from "node:test";
import { watchSubmits } from "../js/parts/submit.js";
import { page } from "./page.mjs";

const BODY = `
  <form id="claim" hx-target="#inbox" method="post"><button>Prendre</button></form>
  <form id="complete" hx-target="#inbox" method="post"><button>Terminer et suivante</button></form>
  <form id="other" hx-target="#elsewhere" method="post"><button>Ailleurs</button></form>`;

/** What htmx tells of a form's request. */
const tell = (form, name) => {
  const event = new Event(name, { bubbles: true });
  event.detail = { elt: form, requestConfig: { verb: "post" } };
  form.dispatchEvent(event);
};

/** Whether the form would be sent. */
const sent = (form) => form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));

test("while an answer is awaited, no form that replaces the same part of the page is sent", () => {
  const document = page(BODY);
  watchSubmits(document);
  const [claim, complete, other] = ["claim", "complete", "other"].map((id) => document.getElementById(id));
  tell(claim, "htmx:beforeRequest");
  assert.deepEqual([sent(claim), sent(complete)], [false, false]);
  assert.equal(complete.querySelector("button").getAttribute("aria-disabled"), "true");
  assert.equal(other.dataset.busy, undefined);
  tell(claim, "htmx:afterRequest");
  assert.equal(complete.dataset.busy, undefined);
  assert.equal(complete.querySelector("button").hasAttribute("aria-disabled"), false);
});
