import { JSDOM } from "jsdom";

/** A page for one test: its document and window become the globals which the modules use. */
export function page(body, { url = "https://allervers.test/" } = {}) {
  const { window } = new JSDOM(`<!doctype html><html lang="fr"><body>${body}</body></html>`, { url });
  for (const name of ["document", "window", "FormData", "Event", "KeyboardEvent", "localStorage", "sessionStorage"]) {
    globalThis[name] = name === "window" ? window : window[name];
  }
  return window.document;
}

export const type = (control, value) => {
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
};
