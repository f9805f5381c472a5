import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Refresh } from "../js/parts/refresh.js";
import { page } from "./page.mjs";

/** A stream that a test opens, breaks and speaks through. */
class Source {
  static last;
  heard = {};

  constructor(url) {
    this.url = url;
    Source.last = this;
  }

  addEventListener(name, act) {
    this.heard[name] = act;
  }

  close() {
    this.closed = true;
  }
}

function watched() {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setInterval"] });
  const place = page('<div data-refresh-url="/commissions/7/flux"></div>').querySelector("div");
  window.EventSource = Source;
  const asked = { times: 0 };
  place.addEventListener("refresh", () => (asked.times += 1));
  const refresh = new Refresh(place);
  refresh.start();
  return { refresh, asked };
}

test("an event of the stream asks at once, the clock every thirty seconds", () => {
  const { refresh, asked } = watched();
  assert.equal(Source.last.url, "/commissions/7/flux");
  Source.last.onopen();
  assert.equal(asked.times, 1);
  Source.last.heard.changed();
  assert.equal(asked.times, 2);
  mock.timers.tick(29_999);
  assert.equal(asked.times, 2);
  mock.timers.tick(1);
  assert.equal(asked.times, 3);
  refresh.stop();
});

test("where streams do not pass it asks every three seconds, and leaves the stream after three failures", () => {
  const { refresh, asked } = watched();
  Source.last.onopen();
  for (let failure = 0; failure < 3; failure++) Source.last.onerror();
  assert.equal(Source.last.closed, true);
  mock.timers.tick(9_000);
  assert.equal(asked.times, 4);
  refresh.stop();
});

test("a hidden page asks nothing", () => {
  const { refresh, asked } = watched();
  refresh.stop();
  mock.timers.tick(60_000);
  assert.equal(asked.times, 0);
});
