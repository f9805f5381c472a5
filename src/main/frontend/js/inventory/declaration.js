// What this telephone has of the inventory: the last data of the server with what was answered and photographed here since.
import { readPhoto } from "./photos.js";
import { lacksOf } from "./rules.js";

const WITH_TENANT = ["OPEN", "ASKED"];

export class Declaration {
  constructor(base, store, server) {
    Object.assign(this, { base, store, server });
    this.items = [];
    this.photos = [];
    this.refused = new Set();
    this.waiting = 0;
    this.turn = Promise.resolve();
  }

  /** Whether it is the tenant's turn; not once it was all sent, before the server's data say so. */
  isWithTenant = () => !this.sending?.done && WITH_TENANT.includes(this.data.status);

  /** The server's data when it can be had, kept for when it cannot. */
  async refresh() {
    try {
      // What waits to be sent while the data are on their way may be sent before they come: they do not know of it yet.
      const waiting = new Map((await this.store.all("answers")).map((answer) => [answer.itemId, content(answer)]));
      const data = await this.server.snapshot();
      await this.inTurn(() => this.take(data, waiting));
    } catch (failure) {
      this.queue.failed(failure);
    }
  }

  async take(data, waiting) {
    data.items = data.items.map((item) => ({ ...item, ...waiting.get(item.id), ...this.said.get(item.id) }));
    await this.store.put("page", { name: "data", value: data });
    await this.follow(data.status);
    await this.adopt(data.photos);
    await this.read();
  }

  /** Whoever had sent it all and has it again was asked for more: what was answered before is no answer to that. */
  async follow(status) {
    const asked = WITH_TENANT.includes(status);
    if (asked && !this.sending?.done) return;
    await this.store.put("page", { name: "sending" });
    if (asked) await this.store.put("page", { name: "touched", value: [] });
  }

  /** Photos that another telephone sent or only began to send, or this one before its memory was cleared. */
  async adopt(photos) {
    for (const photo of photos) {
      const held = await this.store.get("photos", photo.key);
      if (held && !held.others) continue;
      if (photo.state === "KEPT") await this.store.put("photos", { ...photo, small: `${this.base}/photos/${photo.key}/vignette`, others: true });
      if (photo.state === "RECEIVING") await this.store.put("photos", { ...photo, state: "ELSEWHERE", small: null, others: true });
    }
  }

  async read() {
    this.data = (await this.store.get("page", "data"))?.value;
    this.sending = await this.store.get("page", "sending");
    this.photos = (await this.store.all("photos")).filter((photo) => !photo.removed);
    const answers = await this.store.all("answers");
    this.waiting = answers.length + this.photos.filter((photo) => photo.state === "WAITING" || photo.state === "RECEIVING").length;
    const latest = new Map(answers.map((answer) => [answer.itemId, answer]));
    this.touched = new Set((await this.store.get("page", "touched"))?.value || []);
    this.refused = new Set((await this.store.all("page")).filter(({ name }) => name.startsWith("refused ")).map(({ name }) => Number(name.slice(8))));
    this.items = (this.data?.items || []).map((item) => ({ ...item, ...this.said.get(item.id), ...content(latest.get(item.id)) }));
    this.rooms = [...new Set(this.items.map((item) => item.room))];
  }

  /** What was answered here since the data came: the server has it, the data do not. */
  said = new Map();

  /** One change after the other: each builds on what the one before left. */
  inTurn(act) {
    this.turn = this.turn.catch(() => {}).then(act).then(() => { this.lost = false; }, (failure) => this.notKept(failure));
    return this.turn;
  }

  /** The telephone has no room left, or cannot read the file: what was not kept must not look as if it were. */
  async notKept(failure) {
    console.warn(failure);
    this.lost = true;
    await this.read();
    this.show();
  }

  answer(item, change) {
    return this.inTurn(() => this.keep(item, change));
  }

  async keep(item, change) {
    const { kind } = item;
    const was = this.items.find((one) => one.id === item.id);
    if (this.isTouched(was) && Object.keys(change).every((key) => was[key] === change[key])) return;
    const now = { ...was, ...change };
    const answer = {
      key: crypto.randomUUID(), itemId: item.id, remark: now.remark ?? null,
      state: kind === "ELEMENT" ? now.state ?? null : null,
      serial: kind === "METER" ? now.serial ?? null : null,
      reading: kind === "METER" ? now.reading ?? null : null,
      quantity: kind === "KEYS" ? now.quantity ?? null : null,
    };
    await this.store.put("answers", answer);
    this.said.set(item.id, content(answer));
    await this.store.remove("page", `refused ${item.id}`);
    await this.keepData(item.id, content(answer));
    await this.touch(item.id);
    await this.changed(item.id);
    this.queue.wake();
  }

  /** A killed page forgets what it said: the data it kept do not. */
  async keepData(itemId, said) {
    const kept = await this.store.get("page", "data");
    kept.value.items = kept.value.items.map((item) => (item.id === itemId ? { ...item, ...said } : item));
    await this.store.put("page", kept);
  }

  async touch(itemId) {
    this.touched.add(itemId);
    await this.store.put("page", { name: "touched", value: [...this.touched] });
  }

  addPhotos(item, files) {
    return this.inTurn(async () => {
      for (const file of files) {
        await this.store.put("photos", await readPhoto(file, item.id, () => crypto.randomUUID()));
        await this.touch(item.id);
        await this.changed(item.id);
      }
      this.queue.wake();
    });
  }

  async removePhoto(photo) {
    const kept = await this.store.get("photos", photo.key);
    if (kept?.state === "REFUSED" && !kept.sha256) await this.store.remove("photos", photo.key);
    else await this.store.put("photos", { ...kept, data: null, removed: true });
    await this.changed(photo.itemId);
    this.queue.wake();
  }

  async send() {
    await this.store.put("page", { name: "sending", key: crypto.randomUUID() });
    await this.changed();
    this.queue.wake();
  }

  photosOf = (item) => this.photos.filter((photo) => photo.itemId === item.id);
  isPhotographed = (item) => this.photosOf(item).some(({ state }) => state !== "REFUSED" && state !== "ELSEWHERE");
  isTouched = (item) => this.touched.has(item.id) || (!item.asked && (item.state || item.reading !== null || item.quantity !== null));
  lacks = (item) => [...lacksOf(item, this.isPhotographed(item), this.isTouched(item)), ...(this.refused.has(item.id) ? ["ANSWER"] : [])];

  leftIn(room) {
    return this.items.filter((item) => item.room === room && this.lacks(item).length).length;
  }
}

function content(answer) {
  if (!answer) return {};
  const { remark, state, serial, reading, quantity } = answer;
  return { remark, state, serial, reading, quantity };
}
