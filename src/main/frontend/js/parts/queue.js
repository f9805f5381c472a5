import { announce } from "./announce.js";
import { csrfHeaders } from "./csrf.js";
import { text } from "./texts.js";

const STORE = "av.queue";
const AGAIN = 30_000;
/** The server believes a telephone's clock for two weeks; what is older is somebody's forgotten telephone. */
const DAYS = 14;

const owner = () => document.body.dataset.user ?? "";

const read = () => JSON.parse(localStorage.getItem(STORE) ?? "[]").filter((item) => Date.now() - item.at < DAYS * 86_400_000);

const write = (items) => (items.length ? localStorage.setItem(STORE, JSON.stringify(items)) : localStorage.removeItem(STORE));

/** What waits for the person signed in; another person's notes wait for that person. */
export const waiting = () => read().filter((item) => item.owner === owner());

/** Puts the form's content into the queue under the key that makes it this note and no other, and empties the form. */
export function put(form, key = crypto.randomUUID()) {
  const fields = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && name !== "_csrf" && name !== "cle") fields[name] = value;
  const at = Date.now();
  write([...read(), { key, at, owner: owner(), url: form.getAttribute("action"), body: new URLSearchParams({ ...fields, cle: key, le: String(at) }).toString() }]);
  form.reset();
}

const drop = (key) => write(read().filter((item) => item.key !== key));

/**
 * Sends what waits, in its order, and says how it went: "sent", "offline" (the network or the server does not answer),
 * "sessionLost", or "refused" (the server will never take this one: it is kept, marked, and the others go on).
 */
export async function flush(send = (...request) => fetch(...request)) {
  let outcome = "sent";
  for (const item of waiting()) {
    if (item.refused) continue;
    const response = await send(item.url, {
      method: "POST",
      body: item.body,
      headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8", "X-Queued": "1", ...csrfHeaders() },
      credentials: "same-origin",
      redirect: "manual",
    }).catch(() => null);
    if (!response || response.status >= 500 || response.status === 429) return "offline";
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) return "sessionLost";
    if (response.ok) drop(item.key);
    else {
      outcome = "refused";
      write(read().map((one) => (one.key === item.key ? { ...one, refused: response.status } : one)));
    }
  }
  return outcome;
}

/** Forms that bear `data-queue` are sent when the network allows it; `[data-queue-state]` says what waits. */
export function watchQueue(root, send) {
  let busy = false;
  const show = (outcome) => {
    const count = waiting().length;
    const key = outcome === "sent" ? (count ? "queued" : "delivered") : { offline: "queued", sessionLost: "queueSession", refused: "queueRefused" }[outcome];
    const words = outcome === "idle" ? (count ? text("queued", count) : "") : text(key, count);
    root.querySelectorAll("[data-queue-state]").forEach((place) => (place.textContent = words));
    if (words) announce(words);
  };
  const go = async (told) => {
    if (busy || !waiting().length) return;
    busy = true;
    const outcome = await flush(send).finally(() => (busy = false));
    if (told || outcome !== "offline") show(outcome);
  };
  root.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-queue]") || event.defaultPrevented) return;
    event.preventDefault();
    put(event.target);
    go(true);
  });
  window.addEventListener("online", () => go(true));
  setInterval(() => go(false), AGAIN).unref?.();
  show("idle");
  go(false);
}
