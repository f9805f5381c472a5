import { announce } from "./announce.js";
import { fill, text } from "./texts.js";

const POLL = 30_000;
const PATIENCE = 3;

/** Reads `3` or `{"count":3}`; anything else counts as nothing. */
export function countIn(data) {
  try {
    const read = JSON.parse(data);
    return Number(read?.count ?? read) || 0;
  } catch {
    return 0;
  }
}

/**
 * `[data-live-url]` names a stream of server-sent events; an event `inbox` with a count shows `[data-live-button]`
 * instead of moving rows under somebody's finger. Where streams do not pass, `data-live-poll-url` (JSON `{"count":n}`)
 * is asked every 30 seconds. A hidden tab keeps no connection. With `data-live-refresh` (a selector) and `data-live-version`
 * the count is a version: a greater one, told by an event `figures`, lets that part of the page load itself anew.
 */
class Live {
  constructor(place) {
    this.place = place;
    this.failures = 0;
    this.shown = 0;
    this.version = Number(place.dataset.liveVersion ?? 0);
  }

  start() {
    this.stop();
    if (this.failures < PATIENCE && window.EventSource) this.listen();
    else this.timer = setInterval(() => this.poll(), POLL);
  }

  stop() {
    this.source?.close();
    clearInterval(this.timer);
  }

  /** Asks once for what happened while the tab slept. */
  resume() {
    this.start();
    this.poll();
  }

  listen() {
    this.source = new EventSource(this.place.dataset.liveUrl);
    this.source.onopen = () => (this.failures = 0);
    this.source.addEventListener("inbox", (event) => this.show(countIn(event.data)));
    this.source.addEventListener("figures", (event) => this.refresh(countIn(event.data)));
    this.source.onerror = () => {
      this.failures += 1;
      if (this.source.readyState === EventSource.CLOSED) this.failures = PATIENCE;
      if (this.failures >= PATIENCE) this.start();
    };
  }

  async poll() {
    const url = this.place.dataset.livePollUrl;
    if (!url) return;
    const response = await fetch(url, { headers: { Accept: "application/json" }, redirect: "manual" }).catch(() => null);
    if (!response?.ok) return;
    const count = countIn(await response.text());
    if (this.place.dataset.liveRefresh) this.refresh(count);
    else this.show(count);
  }

  refresh(version) {
    if (version <= this.version) return;
    this.version = version;
    document.querySelector(this.place.dataset.liveRefresh)?.dispatchEvent(new CustomEvent("figures"));
  }

  show(count) {
    const button = document.querySelector("[data-live-button]");
    if (!button || count === this.shown) return;
    this.shown = count;
    button.hidden = count === 0;
    const pattern = count === 1 ? button.dataset.liveOne ?? text("newTask") : button.dataset.liveMany ?? text("newTasks", count);
    const words = fill(pattern, count);
    (button.querySelector("[data-live-text]") ?? button).textContent = words;
    if (count) announce(words);
  }
}

export function watchLive(root) {
  let live;
  const find = () => {
    const place = root.querySelector("[data-live-url]");
    if (place === live?.place) return;
    live?.stop();
    live = place ? new Live(place) : undefined;
    live?.start();
  };
  root.addEventListener("DOMContentLoaded", find);
  root.addEventListener("htmx:load", find);
  root.addEventListener("visibilitychange", () => (root.visibilityState === "hidden" ? live?.stop() : live?.resume()));
  window.addEventListener("pagehide", () => live?.stop());
  window.addEventListener("pageshow", (event) => event.persisted && live?.resume());
}
