import { announce } from "./announce.js";
import { csrfHeaders } from "./csrf.js";
import { clock, text } from "./texts.js";

const PAUSE = 800;
const RETRY = 10_000;
/** Browsers refuse larger bodies for requests that outlive the page. */
const KEEPALIVE_LIMIT = 60_000;

/** What a draft consists of: the form's fields without files, as a browser would post them. */
export function contentOf(form) {
  const content = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name !== "_csrf") content.append(name, value);
  }
  return content.toString();
}

class Draft {
  constructor(form, send) {
    this.form = form;
    this.send = send;
    this.kept = contentOf(form);
    this.sequence = 0;
  }

  later(pause = PAUSE) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), pause);
  }

  /** The form itself is on its way: a draft arriving after it would bring back what is done. */
  stop() {
    clearTimeout(this.timer);
    this.kept = contentOf(this.form);
  }

  /** The server refused the form: what was sent is a draft again. */
  resume() {
    this.kept = undefined;
    this.later();
  }

  async now() {
    clearTimeout(this.timer);
    const content = contentOf(this.form);
    if (content === this.kept || !this.form.isConnected) return;
    const before = this.kept;
    const mine = ++this.sequence;
    this.kept = content;
    this.say("saving");
    const response = await this.send(this.form.dataset.draftUrl, {
      method: "POST",
      body: content,
      headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8", ...csrfHeaders() },
      credentials: "same-origin",
      redirect: "manual",
      keepalive: content.length < KEEPALIVE_LIMIT,
    }).catch(() => null);
    if (mine !== this.sequence) return;
    if (response?.ok) {
      this.say("saved", clock(new Date()));
      return;
    }
    // A form sent meanwhile has settled its content by itself: nothing is left to keep.
    if (this.kept !== content) return;
    this.kept = before;
    const lost = response && (response.status === 401 || response.status === 403 || response.type === "opaqueredirect");
    this.say(lost ? "sessionLost" : "notSaved");
    if (!lost) this.later(RETRY);
  }

  say(key, ...values) {
    const place = this.form.querySelector("[data-draft-state]") ?? document.querySelector("[data-draft-state]");
    if (place) place.textContent = text(key, ...values);
    if (key === "sessionLost") announce(text(key));
  }
}

/** Keeps the forms that bear `data-draft-url` on the server while they are being filled in. */
export function watchDrafts(root, send = (...request) => fetch(...request)) {
  const drafts = new Map();
  const draftOf = (target) => {
    const form = target.closest?.("form[data-draft-url]");
    if (!form) return undefined;
    if (!drafts.has(form)) drafts.set(form, new Draft(form, send));
    return drafts.get(form);
  };
  const find = (content) => {
    for (const form of drafts.keys()) if (!form.isConnected) drafts.delete(form);
    content.querySelectorAll("form[data-draft-url]").forEach(draftOf);
    draftOf(content);
  };
  const keepAll = () => drafts.forEach((draft) => draft.now());
  find(root);
  root.addEventListener("htmx:load", (event) => find(event.target));
  for (const kind of ["input", "change"]) root.addEventListener(kind, (event) => draftOf(event.target)?.later());
  root.addEventListener("submit", (event) => {
    if (!event.target.hasAttribute("data-sent-aside")) draftOf(event.target)?.stop();
  });
  root.addEventListener("htmx:afterRequest", ({ detail }) => {
    const refused = detail.elt.matches("form") && !(detail.xhr.status >= 200 && detail.xhr.status < 300);
    if (refused) draftOf(detail.elt)?.resume();
  });
  root.addEventListener("visibilitychange", () => root.visibilityState === "hidden" && keepAll());
  window.addEventListener("pagehide", keepAll);
  window.addEventListener("online", keepAll);
}
