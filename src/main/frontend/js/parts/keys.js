const SETTING = "av.keys";

export const keysAreOn = () => localStorage.getItem(SETTING) !== "off";

/** Whether the event's target is a place where letters are text. */
export function isTyping(target) {
  if (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  return target.tagName === "INPUT" && !/^(checkbox|radio|button|submit|reset)$/.test(target.type);
}

/**
 * Keys of lists: j and k walk the `.av-row` links of `[data-key-list]`, x ticks the row's box, e claims
 * (`[data-key-claim]`, of the row first), / goes to `[data-key-search]`, ? opens `#keys-help`.
 * They can be switched off by `[data-keys-toggle]` (WCAG 2.1.4).
 */
export function watchKeys(root) {
  const acts = {
    "/": () => root.querySelector("[data-key-search]"),
    "?": () => root.getElementById("keys-help"),
    j: () => neighbour(root, 1),
    k: () => neighbour(root, -1),
    x: () => itemOf(currentRow(root))?.querySelector("input[type=checkbox]"),
    e: () => itemOf(currentRow(root))?.querySelector("[data-key-claim]") ?? root.querySelector("[data-key-claim]"),
  };
  root.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!keysAreOn() || isTyping(event.target) || root.querySelector("dialog[open]")) return;
    const goal = acts[event.key.toLowerCase()]?.();
    if (!goal) return;
    event.preventDefault();
    if (goal.tagName === "DIALOG") goal.showModal();
    else if (/^[xe]$/i.test(event.key)) goal.click();
    else goal.focus();
  });
  const show = () => root.querySelectorAll("[data-keys-toggle]").forEach((box) => (box.checked = keysAreOn()));
  root.addEventListener("change", (event) => {
    if (!event.target.matches?.("[data-keys-toggle]")) return;
    localStorage.setItem(SETTING, event.target.checked ? "on" : "off");
    show();
  });
  root.addEventListener("DOMContentLoaded", show);
  root.addEventListener("htmx:load", show);
}

const rows = (root) => [...root.querySelectorAll("[data-key-list] .av-row")].map((row) => (row.matches("a") ? row : row.querySelector("a") ?? row));

const itemOf = (row) => row?.closest("li,tr,[data-key-row]") ?? row;

/** The row in focus, or the one whose box or button is in focus, or the one shown as open. */
function currentRow(root) {
  const all = rows(root);
  const active = root.activeElement;
  return all.find((row) => row === active || itemOf(row).contains(active)) ?? all.find((row) => row.hasAttribute("aria-current"));
}

function neighbour(root, step) {
  const all = rows(root);
  const current = all.indexOf(currentRow(root));
  if (current < 0) return all[0];
  return all[Math.min(Math.max(current + step, 0), all.length - 1)];
}
