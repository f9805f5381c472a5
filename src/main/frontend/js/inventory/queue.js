// Sends what is kept, in its order: answers, then photos one by one, then the whole. Whatever breaks is begun again where
// the server says that it stands.
import { Busy, Gone, NotProven, Offline, Refused } from "./server.js";

const SMALLEST = 32 * 1024;
const LARGEST = 512 * 1024;

export class Queue {
  constructor(store, server, changed) {
    this.store = store;
    this.server = server;
    this.changed = changed;
    this.network = "ok";
    this.failures = 0;
    this.part = 128 * 1024;
    this.running = null;
    addEventListener("online", () => this.wake());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.wake());
  }

  /** Something is to be sent, or the network may be back. */
  wake() {
    clearTimeout(this.timer);
    this.again = true;
    this.running ??= this.run().finally(() => { this.running = null; });
    return this.running;
  }

  async run() {
    while (this.again) {
      this.again = false;
      try {
        await this.alone(() => this.sendAll());
        this.failures = 0;
        this.tell("ok");
      } catch (failure) {
        this.failed(failure);
      }
    }
  }

  /** Two windows of one telephone do not send the same at the same time. */
  alone(act) {
    return navigator.locks ? navigator.locks.request(`envoi ${this.store.db.name}`, act) : act();
  }

  failed(failure) {
    if (failure instanceof NotProven) return this.tell("proof");
    if (failure instanceof Gone) return this.tell("gone");
    if (!(failure instanceof Offline) && !(failure instanceof Busy)) console.warn(failure);
    this.part = Math.max(SMALLEST, this.part / 2);
    this.failures += 1;
    this.tell(failure instanceof Busy ? "busy" : "offline");
    this.timer = setTimeout(() => this.wake(), Math.min(30000, 1000 * 2 ** Math.min(this.failures, 5)));
  }

  tell(network) {
    this.network = network;
    this.changed();
  }

  async sendAll() {
    for (const answer of await this.store.all("answers")) await this.sendAnswer(answer);
    for (const photo of await this.store.all("photos")) {
      if (photo.removed) await this.takeBack(photo);
      else if (photo.state === "WAITING" || photo.state === "RECEIVING") await this.sendPhoto(photo);
    }
    // More may have come meanwhile: it goes first.
    if (this.again) return;
    const sending = await this.store.get("page", "sending");
    if (sending && sending.key) await this.sendWhole(sending);
  }

  async sendAnswer({ seq, ...answer }) {
    try {
      await this.server.answer(answer);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      await this.store.put("page", { name: `refused ${answer.itemId}`, error: failure.message });
    }
    await this.store.remove("answers", seq);
    this.changed();
  }

  async sendPhoto(photo) {
    const { key, itemId, size, sha256 } = photo;
    try {
      let status = await this.server.announce({ key, itemId, size, sha256 });
      await this.follow(photo, status);
      while (status.state === "RECEIVING") {
        const from = performance.now();
        const bytes = photo.data.slice(status.offset, status.offset + this.part);
        status = await this.server.part(key, status.offset, bytes);
        this.fit(performance.now() - from);
        await this.follow(photo, status);
        if ((await this.store.get("photos", key))?.removed) return;
      }
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      await this.follow(photo, { state: "REFUSED", offset: 0, refusal: failure.message });
    }
  }

  /** Parts of about two seconds: little is lost by a cut, little by waiting. */
  fit(milliseconds) {
    if (milliseconds < 1000) this.part = Math.min(LARGEST, this.part * 2);
    else if (milliseconds > 4000) this.part = Math.max(SMALLEST, this.part / 2);
  }

  async follow(photo, { state, offset, refusal }) {
    Object.assign(photo, { state, offset, refusal });
    const kept = await this.store.get("photos", photo.key);
    if (!kept) return;
    // What the server holds, or does not want, need not stay in the telephone.
    const data = state === "KEPT" || state === "REFUSED" ? null : photo.data;
    await this.store.put("photos", { ...kept, state, offset, refusal, data });
    this.changed();
  }

  async takeBack(photo) {
    try {
      if (photo.state !== "WAITING") await this.server.takeBack(photo.key);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
    }
    await this.store.remove("photos", photo.key);
    this.changed();
  }

  async sendWhole(sending) {
    const photos = await this.store.all("photos");
    const manifest = Object.fromEntries(photos.filter((one) => one.state === "KEPT").map((one) => [one.key, one.sha256]));
    try {
      await this.server.send({ key: sending.key, photos: manifest });
      await this.store.put("page", { name: "sending", done: true });
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      await this.store.put("page", { name: "sending", lacks: failure.body.lacks || [], missing: failure.body.missingPhotos || [], error: failure.body.error });
    }
    this.changed();
  }
}
