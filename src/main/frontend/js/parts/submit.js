/** A form whose answer never replaces the page, a download for instance, may be sent again after this. */
const RELEASE = 8_000;

const buttonsOf = (form) => [...form.elements].filter((control) => control.type === "submit");

/** The forms whose answers replace the same part of the page: while one is under way the others' would be overtaken. */
function together(form) {
  const target = form.getAttribute("hx-target");
  return target ? [form, ...form.ownerDocument.querySelectorAll(`form[hx-target="${target}"]`)] : [form];
}

function hold(form) {
  for (const one of together(form)) {
    one.dataset.busy = "yes";
    // aria-disabled rather than disabled: the button keeps the focus and its name and value are still sent.
    buttonsOf(one).forEach((button) => button.setAttribute("aria-disabled", "true"));
  }
}

function release(form) {
  for (const one of together(form)) {
    delete one.dataset.busy;
    buttonsOf(one).forEach((button) => button.removeAttribute("aria-disabled"));
  }
}

function refuse(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Sends every form once, and asks first where `data-confirm` (on the form, its button, or a link) says so. */
export function watchSubmits(root, ask = (question) => window.confirm(question)) {
  root.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
      if (form.dataset.busy || (question && !ask(question))) refuse(event);
    },
    true,
  );
  root.addEventListener("submit", (event) => {
    const form = event.target;
    // htmx prevents the default and is watched below; searches may be repeated at will.
    if (event.defaultPrevented || form.method !== "post" || form.target === "_blank") return;
    hold(form);
    setTimeout(() => release(form), RELEASE);
  });
  root.addEventListener(
    "click",
    (event) => {
      const asking = event.target.closest?.("a[data-confirm],button[type=button][data-confirm]");
      if (asking && !ask(asking.dataset.confirm)) refuse(event);
    },
    true,
  );
  root.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (detail.elt.tagName === "FORM" && detail.requestConfig.verb !== "get") hold(detail.elt);
  });
  root.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.elt.tagName === "FORM") release(detail.elt);
  });
  // Coming back with the browser's button finds the page as it was left: held.
  window.addEventListener("pageshow", (event) => event.persisted && root.querySelectorAll("form[data-busy]").forEach(release));
}
