// What a telephone has of an inventory, when answers come quickly, when more is asked for, when it is full.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Declaration } from "../js/inventory/declaration.js";
import { Kept } from "./kept.mjs";

const meter = { id: 1, room: "Compteurs", kind: "METER", label: "Gaz", serial: null, reading: null, remark: null, asked: null };
let store;
let data;
let shown;

/** A page just opened, whose queue sends nothing. */
async function opened() {
  const page = new Declaration("/l/x", store, { snapshot: async () => structuredClone(data) });
  page.queue = { wake: () => {}, failed: (failure) => assert.fail(failure) };
  page.changed = () => page.read();
  page.show = () => { shown += 1; };
  await page.read();
  await page.refresh();
  return page;
}

beforeEach(() => {
  store = new Kept();
  shown = 0;
  data = { status: "OPEN", items: [{ ...meter }], photos: [] };
});

test("an answer that waited while the data came stays in sight once it is sent", async () => {
  data.items = [{ id: 1, room: "Séjour", kind: "ELEMENT", state: null }];
  await store.put("answers", { seq: 1, itemId: 1, state: "GOOD" });
  const page = await opened();
  await store.remove("answers", 1);
  await page.read();
  assert.equal(page.items[0].state, "GOOD");
});

test("two changes at once are both kept", async () => {
  const page = await opened();
  await Promise.all([page.answer(page.items[0], { serial: "A-2041" }), page.answer(page.items[0], { reading: 123 })]);
  assert.deepEqual((await store.all("answers")).map(({ serial, reading }) => [serial, reading]), [["A-2041", null], ["A-2041", 123]]);
});

test("what is asked for after all was sent is still to be answered, on the same telephone too", async () => {
  let page = await opened();
  await page.answer(page.items[0], { reading: 123 });
  await store.put("page", { name: "sending", done: true });
  await page.read();
  assert.equal(page.isWithTenant(), false);
  data = { status: "ASKED", items: [{ ...meter, reading: 123, asked: "Une photo du cadran" }], photos: [] };
  store.stores.answers.clear();
  page = await opened();
  assert.equal(page.isWithTenant(), true);
  assert.deepEqual(page.lacks(page.items[0]), ["ASKED"]);
  await page.answer(page.items[0], { remark: "Voilà" });
  assert.deepEqual(page.lacks(page.items[0]), []);
});

test("an answer that the server refused is said to be wanting until it is given again", async () => {
  const page = await opened();
  await page.answer(page.items[0], { reading: 123 });
  await store.put("page", { name: "refused 1", error: "reading" });
  await page.read();
  assert.deepEqual(page.lacks(page.items[0]), ["ANSWER"]);
  await page.answer(page.items[0], { reading: 124 });
  assert.deepEqual(page.lacks(page.items[0]), []);
});

test("what a full telephone does not keep is not shown as answered", async () => {
  const page = await opened();
  store.put = async () => { throw new Error("QuotaExceededError"); };
  await page.answer(page.items[0], { reading: 123 });
  assert.equal(page.lost, true);
  assert.equal(shown, 1);
  assert.equal(page.items[0].reading, null);
  delete store.put;
  await page.answer(page.items[0], { reading: 124 });
  assert.equal(page.lost, false);
  assert.equal(page.items[0].reading, 124);
});

test("a photo that another telephone only began is no photo, and can be taken back here", async () => {
  data.photos = [{ key: "p", itemId: 1, state: "RECEIVING", offset: 10, size: 50 }];
  let page = await opened();
  assert.equal(page.photos[0].state, "ELSEWHERE");
  assert.equal(page.isPhotographed(page.items[0]), false);
  assert.equal(page.waiting, 0);
  data.photos[0].state = "KEPT";
  page = await opened();
  assert.equal(page.photos[0].state, "KEPT");
  await page.removePhoto(page.photos[0]);
  assert.deepEqual(page.photos, []);
});

test("what is said again is not sent again", async () => {
  const page = await opened();
  for (let times = 0; times < 3; times++) await page.answer(page.items[0], { reading: 123 });
  assert.equal((await store.all("answers")).length, 1);
});
