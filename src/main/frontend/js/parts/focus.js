const NATURAL = "a[href],button,input,select,textarea,[tabindex]";

/** After a swap a person asked for, moves the focus to `[data-focus-after-swap]` in the new content. */
export function watchFocus(root) {
  root.addEventListener("htmx:afterSettle", (event) => {
    // Polls and lazy loads happen behind the person's back: they never take the focus away.
    const cause = event.detail.requestConfig?.triggeringEvent?.type;
    if (!cause || cause === "load" || cause === "revealed" || cause === "htmx:load") return;
    const content = event.target;
    const chosen = content.matches("[data-focus-after-swap]") ? content : content.querySelector("[data-focus-after-swap]");
    if (!chosen) return;
    if (!chosen.matches(NATURAL)) chosen.tabIndex = -1;
    chosen.focus();
  });
}
