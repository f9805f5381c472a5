// The page: what is shown comes from the last data of the server with what this telephone has answered since.
import { el } from "./dom.js";
import { itemCard } from "./item.js";
import { readPhoto } from "./photos.js";
import { lacksOf } from "./rules.js";
import { LANGUAGES, RIGHT_TO_LEFT, wordsIn } from "./words.js";

const WITH_TENANT = ["OPEN", "ASKED"];

export class Page {
  constructor(base, store, server, root) {
    Object.assign(this, { base, store, server, root });
    this.items = [];
    this.photos = [];
    this.waiting = 0;
    addEventListener("hashchange", () => this.show(true));
  }

  async begin(queue, language) {
    this.queue = queue;
    this.speakIn((await this.store.get("page", "language"))?.value || language);
    await this.read();
    await this.refresh();
    this.show();
    queue.wake();
  }

  /** The server's data when it can be had, kept for when it cannot. */
  async refresh() {
    try {
      // What waits to be sent while the data are on their way may be sent before they come: they do not know of it yet.
      const waiting = new Map((await this.store.all("answers")).map((answer) => [answer.itemId, content(answer)]));
      const data = await this.server.snapshot();
      data.items = data.items.map((item) => ({ ...item, ...waiting.get(item.id) }));
      await this.store.put("page", { name: "data", value: data });
      if (!WITH_TENANT.includes(data.status)) await this.store.put("page", { name: "sending" });
      await this.adopt(data.photos);
      await this.read();
    } catch (failure) {
      this.queue.failed(failure);
    }
  }

  /** Photos that another telephone sent, or this one before its memory was cleared. */
  async adopt(photos) {
    for (const photo of photos) {
      const mine = await this.store.get("photos", photo.key);
      if (!mine && photo.state === "KEPT") await this.store.put("photos", { ...photo, sha256: photo.sha256, small: `${this.base}/photos/${photo.key}/vignette`, others: true });
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
    this.items = (this.data?.items || []).map((item) => ({ ...item, ...this.said.get(item.id), ...content(latest.get(item.id)) }));
    this.rooms = [...new Set(this.items.map((item) => item.room))];
  }

  /** What was answered here since the data came: the server has it, the data do not. */
  said = new Map();

  async answer(item, change) {
    const { kind } = item;
    const now = { ...this.items.find((one) => one.id === item.id), ...change };
    const answer = {
      key: crypto.randomUUID(), itemId: item.id, remark: now.remark ?? null,
      state: kind === "ELEMENT" ? now.state ?? null : null,
      serial: kind === "METER" ? now.serial ?? null : null,
      reading: kind === "METER" ? now.reading ?? null : null,
      quantity: kind === "KEYS" ? now.quantity ?? null : null,
    };
    await this.store.put("answers", answer);
    this.said.set(item.id, content(answer));
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

  async addPhotos(item, files) {
    for (const file of files) {
      const photo = await readPhoto(file, item.id, () => crypto.randomUUID());
      await this.store.put("photos", photo);
      await this.touch(item.id);
      await this.changed(item.id);
    }
    this.queue.wake();
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
  isPhotographed = (item) => this.photosOf(item).some((photo) => photo.state !== "REFUSED");
  isTouched = (item) => this.touched.has(item.id) || (!item.asked && (item.state || item.reading !== null || item.quantity !== null));
  lacks = (item) => lacksOf(item, this.isPhotographed(item), this.isTouched(item));

  speakIn(language) {
    this.language = LANGUAGES[language] ? language : "fr";
    this.words = wordsIn(this.language);
    document.documentElement.lang = this.language;
    document.documentElement.dir = RIGHT_TO_LEFT.includes(this.language) ? "rtl" : "ltr";
  }

  async chooseLanguage(language) {
    this.speakIn(language);
    await this.store.put("page", { name: "language", value: language });
    this.show();
    this.server.speak(language).catch(() => {});
  }

  /** Something was answered or sent: what is being typed stays, the rest is drawn anew. */
  async changed(itemId) {
    await this.read();
    if (this.sending?.done) return this.show();
    this.drawNet();
    const room = this.room();
    if (room === null || itemId === undefined) return this.redraw();
    const item = this.items.find((one) => one.id === itemId);
    if (item) this.replace(item);
  }

  redraw() {
    if (this.room() === null) return this.show();
    for (const photo of this.photos) {
      const line = this.root.querySelector(`[data-photo="${photo.key}"]`);
      if (line && line.dataset.state === photo.state && photo.state !== "RECEIVING") continue;
      const item = this.items.find((one) => one.id === photo.itemId);
      if (item && this.root.querySelector(`[data-photos="${item.id}"]`)) this.replace(item);
    }
  }

  replace(item) {
    const old = this.root.querySelector(`#item-${item.id}`);
    if (!old) return;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const typing = focused && (focused.tagName === "TEXTAREA" || focused.type === "text" || focused.type === "number") ? focused.value : null;
    const fresh = itemCard(item, this);
    old.replaceWith(fresh);
    if (!focused) return;
    const again = focused.id ? fresh.querySelector(`#${focused.id}`) : fresh.querySelector(`[name="${focused.name}"][value="${focused.value}"]`);
    if (again && typing !== null) again.value = typing;
    again?.focus({ preventScroll: true });
  }

  /** The room in the address; none on the other pages. */
  room() {
    const at = /^#piece-(\d+)$/.exec(location.hash);
    return at && this.rooms?.[at[1] - 1] !== undefined ? Number(at[1]) - 1 : null;
  }

  show(moved) {
    if (!this.data) return this.root.replaceChildren(el("p", {}, this.words.say("empty")));
    const room = this.room();
    const view = this.sending?.done || !WITH_TENANT.includes(this.data.status) ? this.sentView() : room !== null ? this.roomView(room) : location.hash === "#envoi" ? this.checkView() : this.homeView();
    const title = document.querySelector("#title");
    title.textContent = this.words.say(this.data.kind === "ENTRY" ? "entry" : "exit");
    document.title = title.textContent;
    this.drawLanguages();
    this.root.replaceChildren(...view);
    this.drawNet();
    if (moved) {
      scrollTo(0, 0);
      this.root.querySelector("h1")?.focus({ preventScroll: true });
    }
  }

  drawLanguages() {
    const choice = document.querySelector("#language");
    choice.replaceChildren(
      el("select", { "aria-label": this.words.say("language"), onchange: (event) => this.chooseLanguage(event.target.value) },
        Object.entries(LANGUAGES).map(([code, name]) => el("option", { value: code, lang: code, selected: code === this.language }, name))));
  }

  drawNet() {
    const { say } = this.words;
    const net = document.querySelector("#net");
    const state = this.queue.network;
    const bad = state === "proof" || state === "gone";
    net.className = `net ${bad ? "bad" : state !== "ok" || this.waiting ? "wait" : "ok"}`;
    net.dataset.waiting = this.waiting;
    net.dataset.network = state;
    net.replaceChildren(state === "proof" ? say("netProof") : state === "gone" ? say("netGone") : state === "busy" ? say("netBusy")
      : state === "offline" ? say("netOffline", this.waiting) : this.waiting ? say("netSaving", this.waiting) : say("netOk"),
    ...(state === "proof" ? [" ", el("a", { href: this.base }, say("prove"))] : []));
  }

  homeView() {
    const { say, label, day } = this.words;
    const asked = this.data.status === "ASKED";
    const begun = this.items.some(this.isTouched);
    const first = Math.max(0, this.rooms.findIndex((room) => this.leftIn(room) > 0));
    return [
      el("h1", { tabindex: -1 }, say(this.data.kind === "ENTRY" ? "entry" : "exit")),
      el("p", {}, this.data.emergency ? "" : this.data.address, el("br"), say("keys", day(this.data.keysOn))),
      el("p", {}, say(asked ? "asked" : "intro")),
      el("h2", {}, say("rooms")),
      el("ul", { class: "rooms" }, this.rooms.map((room, at) => {
        const left = this.leftIn(room);
        return el("li", {}, el("a", { href: `#piece-${at + 1}` }, el("b", {}, label(room)), el("span", { class: left ? "left" : "done" }, left ? say("left", left) : say("done"))));
      })),
      el("a", { class: "btn main", href: `#piece-${first + 1}` }, say(begun ? "go" : "start")),
      el("a", { class: "btn", href: "#envoi" }, say("check")),
      this.data.phone && el("p", { class: "soft" }, say("phone", this.data.phone)),
    ].filter(Boolean);
  }

  leftIn(room) {
    return this.items.filter((item) => item.room === room && this.lacks(item).length).length;
  }

  roomView(at) {
    const { say, label } = this.words;
    const next = at + 1 < this.rooms.length ? `#piece-${at + 2}` : "#envoi";
    return [
      el("h1", { tabindex: -1 }, `${label(this.rooms[at])} `, el("span", { class: "soft" }, `${at + 1}/${this.rooms.length}`)),
      ...this.items.filter((item) => item.room === this.rooms[at]).map((item) => itemCard(item, this)),
      el("nav", { class: "bar" }, el("div", {}, el("a", { class: "btn", href: "#" }, say("home")), el("a", { class: "btn main", href: next }, next === "#envoi" ? say("check") : say("next")))),
    ];
  }

  checkView() {
    const { say, label } = this.words;
    const lacking = this.items.map((item) => ({ item, lacks: this.lacks(item) })).filter(({ lacks }) => lacks.length);
    const refused = this.photos.filter((photo) => photo.state === "REFUSED");
    const sending = Boolean(this.sending?.key);
    return [
      el("h1", { tabindex: -1 }, say("checkTitle")),
      lacking.length ? el("p", {}, say("lacking")) : el("p", {}, say("ready")),
      el("ul", { class: "lack" }, [...lacking.map(({ item, lacks }) => this.lackLine(item, lacks.map((lack) => say(lack)).join(", "))),
        ...refused.map((photo) => this.lackLine(this.items.find((one) => one.id === photo.itemId), say(photo.refusal)))]),
      this.sending?.error && el("p", { class: "need", role: "alert" }, say(this.sending.error)),
      sending && this.waiting > 0 && el("p", { role: "status" }, say("notYet", this.waiting)),
      sending && !this.waiting && el("p", { role: "status" }, say("sending")),
      el("button", { class: "btn main", type: "button", disabled: lacking.length > 0 || sending, onclick: () => this.send() }, say("send")),
      el("a", { class: "btn", href: "#" }, say("home")),
    ].filter(Boolean);
  }

  lackLine(item, what) {
    if (!item) return null;
    return el("li", {}, el("a", { href: `#piece-${this.rooms.indexOf(item.room) + 1}` }, el("b", {}, `${this.words.label(item.room)}, ${this.words.label(item.label)}`), el("span", { class: "left" }, what)));
  }

  sentView() {
    const { say } = this.words;
    return [
      el("h1", { tabindex: -1, "data-sent": true }, say("sent")),
      el("p", {}, say("sentWhat")),
      el("a", { class: "btn main", href: `${this.base}/suite` }, say("follow")),
      this.data.phone && el("p", { class: "soft" }, say("phone", this.data.phone)),
    ].filter(Boolean);
  }
}

function content(answer) {
  if (!answer) return {};
  const { remark, state, serial, reading, quantity } = answer;
  return { remark, state, serial, reading, quantity };
}
