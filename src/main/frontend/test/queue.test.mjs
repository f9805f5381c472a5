import assert from "node:assert/strict";
import { test } from "node:test";
import { flush, put, waiting } from "../js/parts/queue.js";
import { page } from "./page.mjs";

const FORM = `<form data-queue action="/fiches/7/notes" method="post"><input type="hidden" name="_csrf" value="secret"><input type="hidden" name="cle" value="from-the-server">
  <textarea name="note"></textarea></form>`;

function written(...notes) {
  const document = page(FORM);
  document.body.dataset.user = "12";
  const form = document.querySelector("form");
  notes.forEach((note, number) => {
    form.elements.note.value = note;
    put(form, `key-${number}`);
  });
  return form;
}

const answers = (...statuses) => {
  const asked = [];
  const send = async (url, request) => {
    asked.push({ url, ...request });
    const status = statuses.shift();
    if (!status) throw new TypeError("no network");
    return { status, ok: status < 300, type: "basic" };
  };
  return { asked, send };
};

test("a note waits without a network, with its key and without the page's token", async () => {
  const form = written("Personne, boîte pleine");
  assert.equal(form.elements.note.value, "");
  const { send } = answers();
  assert.equal(await flush(send), "offline");
  assert.equal(waiting().length, 1);
  const body = new URLSearchParams(waiting()[0].body);
  assert.equal(body.get("note"), "Personne, boîte pleine");
  assert.equal(body.get("cle"), "key-0");
  assert.ok(Number(body.get("le")) > 0);
  assert.equal(body.get("_csrf"), null);
});

test("when the network is back all leave in their order, once", async () => {
  written("un", "deux");
  const { asked, send } = answers(204, 204);
  assert.equal(await flush(send), "sent");
  assert.deepEqual(asked.map((request) => new URLSearchParams(request.body).get("note")), ["un", "deux"]);
  assert.equal(asked[0].headers["X-Queued"], "1");
  assert.equal(waiting().length, 0);
  assert.equal(localStorage.length, 0);
});

test("an answer that is lost is asked for again under the same key", async () => {
  written("un");
  await flush(answers().send);
  const { asked, send } = answers(204);
  await flush(send);
  assert.equal(new URLSearchParams(asked[0].body).get("cle"), "key-0");
});

test("a failing server keeps everything, a lost session too", async () => {
  written("un", "deux");
  assert.equal(await flush(answers(503).send), "offline");
  assert.equal(await flush(answers(401).send), "sessionLost");
  assert.equal(waiting().length, 2);
});

test("what the server will never take is kept and does not hold up the others", async () => {
  written("un", "deux");
  assert.equal(await flush(answers(422, 204).send), "refused");
  assert.deepEqual(waiting().map((item) => item.refused), [422]);
  const { asked, send } = answers(204);
  await flush(send);
  assert.equal(asked.length, 0);
});

test("another person on the same telephone sends nothing of the first one's", async () => {
  written("un");
  document.body.dataset.user = "99";
  const { asked, send } = answers(204);
  assert.equal(await flush(send), "sent");
  assert.equal(asked.length, 0);
  document.body.dataset.user = "12";
  assert.equal(waiting().length, 1);
});
