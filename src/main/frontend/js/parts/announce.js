/** Says something in the page's one live region, `#live`. */
export function announce(message) {
  const live = document.getElementById("live");
  if (!live || !message) return;
  live.textContent = "";
  // Screen readers speak changes only: a pause lets the same sentence be said twice.
  setTimeout(() => (live.textContent = message), 100);
}

/** Says it and shows it, in `[data-notice]` of the layout; for what must not be missed. */
export function alarm(message) {
  const notice = document.querySelector("[data-notice]");
  if (notice) {
    notice.textContent = message;
    notice.hidden = false;
  }
  announce(message);
}

/** Announces `data-announce` of new content, once per change of words, and the server's `HX-Trigger: {"announce": "…"}`. */
export function watchAnnouncements(root) {
  let last = "";
  const look = (content) => {
    const bearer = content.matches?.("[data-announce]") ? content : content.querySelector?.("[data-announce]");
    const message = bearer?.dataset.announce;
    if (!message || message === last) return;
    last = message;
    announce(message);
  };
  root.addEventListener("DOMContentLoaded", () => look(document));
  root.addEventListener("htmx:afterSettle", (event) => look(event.target));
  root.addEventListener("announce", (event) => announce(event.detail?.value));
  // The next act makes an old warning obsolete.
  root.addEventListener("htmx:beforeRequest", (event) => {
    if (!event.detail.requestConfig?.triggeringEvent) return;
    last = "";
    const notice = document.querySelector("[data-notice]");
    if (notice) notice.hidden = true;
  });
}
