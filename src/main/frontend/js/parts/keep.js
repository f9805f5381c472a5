const PREFIX = "av.keep.";
/** Longer than any session of work on one form; older content is somebody's forgotten tab. */
const HOURS = 8;

const controls = (form) => [...form.elements].filter((control) => control.name && !/^(hidden|password|file|submit|button|reset|fieldset)$/.test(control.type));

const valueOf = (control) => {
  if (/^(checkbox|radio)$/.test(control.type)) return control.checked;
  return control.multiple ? [...control.selectedOptions].map((option) => option.value) : control.value;
};

/** Names may be shared by radios and boxes: the position among its namesakes tells controls apart. */
const identify = (form) => {
  const seen = new Map();
  return controls(form).map((control) => {
    const place = seen.get(control.name) ?? 0;
    seen.set(control.name, place + 1);
    return [`${control.name}#${place}`, control];
  });
};

const owner = () => document.body.dataset.user ?? "";

export function save(form) {
  const values = Object.fromEntries(identify(form).map(([id, control]) => [id, valueOf(control)]));
  sessionStorage.setItem(PREFIX + form.dataset.keep, JSON.stringify({ at: Date.now(), owner: owner(), values }));
}

export function restore(form) {
  const stored = sessionStorage.getItem(PREFIX + form.dataset.keep);
  if (!stored) return false;
  const { at, owner: whose, values } = JSON.parse(stored);
  if (whose !== owner() || Date.now() - at > HOURS * 3_600_000) {
    forget(form.dataset.keep);
    return false;
  }
  let changed = false;
  for (const [id, control] of identify(form)) {
    const value = values[id];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(valueOf(control))) continue;
    changed = true;
    if (typeof value === "boolean") control.checked = value;
    else if (Array.isArray(value)) for (const option of control.options) option.selected = value.includes(option.value);
    else control.value = value;
  }
  return changed;
}

export const forget = (key) => sessionStorage.removeItem(PREFIX + key);

/**
 * Keeps what is typed into `form[data-keep]` within the tab until the server has taken it: a page or fragment bearing
 * `data-keep-clear="key"`, or a successful htmx request of the form. Signing out (`form[data-sign-out]`) forgets all.
 */
export function watchKept(root) {
  const look = (content) => {
    const all = (selector) => [...(content.matches?.(selector) ? [content] : []), ...content.querySelectorAll(selector)];
    all("[data-keep-clear]").forEach((mark) => forget(mark.dataset.keepClear));
    for (const form of all("form[data-keep]")) {
      if (form.dataset.keepLooked) continue;
      form.dataset.keepLooked = "yes";
      if (!restore(form)) continue;
      const hint = form.querySelector("[data-keep-restored]");
      if (hint) hint.hidden = false;
      form.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  root.addEventListener("DOMContentLoaded", () => look(root));
  root.addEventListener("htmx:load", (event) => look(event.target));
  for (const kind of ["input", "change"]) {
    root.addEventListener(kind, (event) => {
      const form = event.target.closest?.("form[data-keep]");
      if (form) save(form);
    });
  }
  root.addEventListener("htmx:afterRequest", ({ detail }) => {
    const form = detail.elt.closest?.("form[data-keep]");
    // htmx calls a refusal that it swaps in (409, 422) a success too: the status tells.
    const taken = detail.xhr.status >= 200 && detail.xhr.status < 300;
    if (form && form === detail.elt && taken && detail.requestConfig.verb !== "get") forget(form.dataset.keep);
  });
  root.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-sign-out]")) return;
    Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => sessionStorage.removeItem(key));
  });
}
