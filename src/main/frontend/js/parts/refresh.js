const POLL = 3_000;
const SLOW = 30_000;
const PATIENCE = 3;

/**
 * `[data-refresh-url]` names a stream of server-sent events: at each event `changed` the element asks for itself anew (its own
 * hx-get, hx-trigger="refresh"). While the stream is open it asks every 30 seconds besides, for the minutes left; where
 * streams do not pass, every 3 seconds. A hidden tab keeps no connection.
 */
export class Refresh {
  constructor(place) {
    this.place = place;
    this.failures = 0;
  }

  start() {
    this.stop();
    this.every(POLL);
    if (this.failures < PATIENCE && window.EventSource) this.listen();
  }

  stop() {
    this.source?.close();
    clearInterval(this.timer);
  }

  every(pause) {
    clearInterval(this.timer);
    this.timer = setInterval(() => this.ask(), pause);
  }

  listen() {
    this.source = new window.EventSource(this.place.dataset.refreshUrl);
    this.source.onopen = () => {
      this.failures = 0;
      this.every(SLOW);
      // What changed while nobody listened.
      this.ask();
    };
    this.source.addEventListener("changed", () => this.ask());
    this.source.onerror = () => {
      this.failures += 1;
      this.every(POLL);
      if (this.failures >= PATIENCE) this.source.close();
    };
  }

  ask() {
    this.place.dispatchEvent(new Event("refresh"));
  }
}

export function watchRefresh(root) {
  let refresh;
  const find = () => {
    const place = root.querySelector("[data-refresh-url]");
    if (place === (refresh?.place ?? null)) return;
    refresh?.stop();
    refresh = place ? new Refresh(place) : undefined;
    refresh?.start();
  };
  root.addEventListener("DOMContentLoaded", find);
  root.addEventListener("htmx:load", find);
  root.addEventListener("visibilitychange", () => (root.visibilityState === "hidden" ? refresh?.stop() : refresh?.start()));
  window.addEventListener("pagehide", () => refresh?.stop());
  window.addEventListener("pageshow", (event) => event.persisted && refresh?.start());
}
