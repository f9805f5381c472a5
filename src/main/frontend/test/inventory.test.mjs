// The queue of the tenant's page against a server that breaks at every byte, and the rules that both sides share.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { refusal } from "../js/inventory/photos.js";
import { lacksOf } from "../js/inventory/rules.js";
import { Busy, Offline, Refused } from "../js/inventory/server.js";
import { wordsIn } from "../js/inventory/words.js";
import { Kept } from "./kept.mjs";

globalThis.addEventListener = () => {};
globalThis.navigator ??= {};
globalThis.document = { addEventListener: () => {} };
const { Queue } = await import("../js/inventory/queue.js");

/** Takes some bytes of each part, then the connection breaks. */
class BrokenServer {
  answers = [];
  held = new Map();
  sent = 0;
  constructor(bytesAtOnce) { this.bytesAtOnce = bytesAtOnce; }
  async answer(answer) { this.answers.push(answer.key); }
  async announce({ key, size }) {
    if (!this.held.has(key)) this.held.set(key, { bytes: [], size });
    return this.status(key);
  }
  status(key) {
    const { bytes, size } = this.held.get(key);
    return { state: bytes.length === size ? "KEPT" : "RECEIVING", offset: bytes.length };
  }
  async part(key, offset, part) {
    const photo = this.held.get(key);
    if (offset !== photo.bytes.length) return this.status(key);
    const came = new Uint8Array(part).slice(0, this.bytesAtOnce);
    photo.bytes.push(...came);
    if (came.length < part.byteLength) throw new Offline("cut");
    return this.status(key);
  }
  async send({ photos }) {
    const missing = [...this.held.keys()].filter((key) => !(key in photos));
    if (missing.length) throw new Refused(409, { missingPhotos: missing });
    this.sent += 1;
    return { sent: true };
  }
}

let store;
const photo = (key, size) => ({ key, itemId: 1, size, sha256: `hash ${key}`, state: "WAITING", offset: 0, data: Uint8Array.from({ length: size }, (_, at) => at % 251).buffer });
/** One try of a page that is killed at once after it. */
async function aPageOpens(server) {
  const queue = new Queue(store, server, () => {});
  await queue.wake();
  clearTimeout(queue.timer);
  return queue;
}

beforeEach(() => { store = new Kept(); });

test("a photo resumes at whatever byte it was cut, and comes whole once", async () => {
  const server = new BrokenServer(7);
  await store.put("photos", photo("one", 50));
  await store.put("photos", photo("two", 15));
  await store.put("page", { name: "sending", key: "all" });
  for (let tries = 0; tries < 12; tries++) await aPageOpens(server);
  assert.deepEqual(server.held.get("one").bytes, Array.from({ length: 50 }, (_, at) => at % 251));
  assert.equal(server.held.get("two").bytes.length, 15);
  assert.equal(server.sent, 1);
  assert.equal((await store.get("photos", "one")).data, null, "what the server holds need not stay here");
});

test("answers leave in their order, before photos, and stay until they are taken", async () => {
  const server = new BrokenServer(1000);
  for (const seq of [1, 2, 3]) await store.put("answers", { seq, key: `a${seq}`, itemId: seq });
  const take = server.answer;
  server.answer = async function (answer) {
    if (answer.key === "a2" && !this.seen) { this.seen = true; throw new Busy(); }
    return take.call(this, answer);
  };
  assert.equal((await aPageOpens(server)).network, "busy");
  assert.equal((await store.all("answers")).length, 2);
  assert.equal((await aPageOpens(server)).network, "ok");
  assert.deepEqual(server.answers, ["a1", "a2", "a3"]);
});

test("an answer that the server refuses does not hold the others", async () => {
  const server = new BrokenServer(1000);
  server.answer = async ({ key }) => { if (key === "bad") throw new Refused(409, { error: "closed" }); server.answers.push(key); };
  await store.put("answers", { seq: 1, key: "bad", itemId: 1 });
  await store.put("answers", { seq: 2, key: "good", itemId: 2 });
  await aPageOpens(server);
  assert.deepEqual(server.answers, ["good"]);
  assert.equal((await store.all("answers")).length, 0);
});

test("what lacks is told as the server tells it", () => {
  const element = { kind: "ELEMENT", photo: false, state: null, remark: null };
  assert.deepEqual(lacksOf(element, false, true), ["STATE"]);
  assert.deepEqual(lacksOf({ ...element, state: "DAMAGED" }, false, true), ["REMARK", "PHOTO"]);
  assert.deepEqual(lacksOf({ ...element, state: "MISSING", photo: true, remark: "nothing there" }, false, true), []);
  assert.deepEqual(lacksOf({ kind: "METER", photo: true, reading: null, remark: "locked" }, false, true), []);
  assert.deepEqual(lacksOf({ kind: "KEYS", quantity: 0 }, false, true), []);
  assert.deepEqual(lacksOf({ kind: "KEYS", quantity: 1, asked: "again" }, false, false), ["ASKED"]);
});

test("a meter's reading counts whether it was typed or came as a number", () => {
  assert.deepEqual(lacksOf({ kind: "METER", photo: false, reading: 1234.5 }, false, true), []);
  assert.deepEqual(lacksOf({ kind: "METER", photo: false, reading: 0 }, false, true), []);
});

test("files are told apart before anything is sent", () => {
  const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  assert.equal(refusal(bytes("\0\0\0\x18ftypheic....")), "HEIC");
  assert.equal(refusal(bytes("PK\x03\x04 an archive")), "NOT_A_PHOTO");
  assert.equal(refusal(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0)), null);
});

test("every language has every word, and knows the usual rooms", () => {
  for (const language of ["en", "pt", "ar"]) {
    const { say, label } = wordsIn(language);
    for (const key of ["entry", "netOffline", "netLost", "HEIC", "ELSEWHERE", "ANSWER", "send", "sent", "asked"]) assert.notEqual(say(key), wordsIn("fr").say(key), `${language} ${key}`);
    assert.notEqual(label("Chambre 2"), "Chambre 2");
    assert.match(label("Chambre 2"), / 2$/);
  }
});
