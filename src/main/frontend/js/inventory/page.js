// The page draws what the telephone has; what is being typed stays.
import { Declaration } from "./declaration.js";
import { el } from "./dom.js";
import { itemCard, photoLine } from "./item.js";
import { checkView, homeView, roomView, sentView } from "./views.js";
import { LANGUAGES, RIGHT_TO_LEFT, wordsIn } from "./words.js";

export class Page extends Declaration {
  constructor(base, store, server, root) {
    super(base, store, server);
    this.root = root;
    this.toReplace = new Set();
    addEventListener("hashchange", () => this.show(true));
    addEventListener("pointerdown", () => { this.pressed = true; });
    // The click comes after it, and must find what was pressed.
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => setTimeout(() => this.released()));
  }

  async begin(queue, language) {
    this.queue = queue;
    this.speakIn((await this.store.get("page", "language"))?.value || language);
    await this.read();
    // What is kept here is there at once, however slow the network is.
    if (this.data) this.show();
    await this.refresh();
    if (this.isAtWork()) this.drawNet();
    else this.show();
    queue.wake();
  }

  /** Somebody types or chooses: what is in their hands must not be drawn away. */
  isAtWork() {
    return this.root.contains(document.activeElement) && document.activeElement.matches("input, textarea");
  }

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
      if (!line || (line.dataset.state === photo.state && photo.state !== "RECEIVING")) continue;
      // How far it came is told in its line; what changes what the item needs, in the whole.
      if (photo.state === "REFUSED") this.replace(this.items.find((one) => one.id === photo.itemId));
      else this.redrawLine(line, photo);
    }
  }

  redrawLine(line, photo) {
    const focused = line.contains(document.activeElement);
    const fresh = photoLine(photo, this);
    line.replaceWith(fresh);
    if (focused) fresh.querySelector("button").focus({ preventScroll: true });
  }

  released() {
    this.pressed = false;
    for (const id of this.toReplace) this.replace(this.items.find((one) => one.id === id));
    this.toReplace.clear();
  }

  replace(item) {
    const old = item && this.root.querySelector(`#item-${item.id}`);
    if (!old) return;
    if (this.pressed) {
      this.toReplace.add(item.id);
      return;
    }
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const typing = focused && (focused.tagName === "TEXTAREA" || focused.type === "text" || focused.type === "number") ? focused.value : null;
    const fresh = itemCard(item, this);
    old.replaceWith(fresh);
    if (!focused) return;
    const again = focused.id ? fresh.querySelector(`#${focused.id}`) : fresh.querySelector(`[name="${focused.name}"][value="${focused.value}"]`);
    if (again && typing !== null && again.value !== typing) {
      again.value = typing;
      // The browser takes for unchanged what it did not see being typed.
      again.addEventListener("blur", () => again.dispatchEvent(new Event("change")), { once: true });
    }
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
    const view = !this.isWithTenant() ? sentView(this)
      : room !== null ? roomView(this, room) : location.hash === "#envoi" ? checkView(this) : homeView(this);
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
    const bad = this.lost || state === "proof" || state === "gone";
    net.className = `net ${bad ? "bad" : state !== "ok" || this.waiting ? "wait" : "ok"}`;
    net.dataset.waiting = this.waiting;
    net.dataset.network = state;
    net.replaceChildren(this.lost ? say("netLost") : state === "proof" ? say("netProof") : state === "gone" ? say("netGone") : state === "busy" ? say("netBusy")
      : state === "offline" ? say("netOffline", this.waiting) : this.waiting ? say("netSaving", this.waiting) : say("netOk"),
    ...(state === "proof" ? [" ", el("a", { href: this.base }, say("prove"))] : []));
  }
}
