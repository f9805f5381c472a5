import htmx from "htmx.org";
import { alarm } from "./announce.js";
import { csrfHeaders } from "./csrf.js";
import { text } from "./texts.js";

/** htmx under a strict content security policy: no evaluated code, no style element; refusals (4xx) are shown too. */
export function configureHtmx() {
  Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    includeIndicatorStyles: false,
    // Without "style": the policy refuses to carry it over from the old element to the new one.
    attributesToSettle: ["class", "width", "height"],
    selfRequestsOnly: true,
    // Pages hold personal data: they are not kept in the browser's local storage.
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
    responseHandling: [
      { code: "204", swap: false },
      { code: "[23]..", swap: true },
      { code: "401", swap: false, error: true },
      { code: "409", swap: true },
      { code: "422", swap: true },
      { code: "4..", swap: true, error: true },
      { code: "503", swap: true, error: true },
      { code: "...", swap: false, error: true },
    ],
  });

  document.addEventListener("htmx:configRequest", ({ detail }) => {
    if (detail.verb !== "get") Object.assign(detail.headers, csrfHeaders());
  });
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    // A whole error page has no place inside a fragment.
    if (detail.xhr.status >= 400 && /<html[\s>]/i.test(detail.serverResponse)) detail.shouldSwap = false;
  });
  document.addEventListener("htmx:responseError", ({ detail }) => {
    if (detail.xhr.status === 401) {
      alarm(text("sessionLost"));
      // Asking for the page again leads through the sign-in and back here; forms with data-keep find their content.
      setTimeout(() => location.assign(location.href), 1500);
    } else if (!detail.shouldSwap) {
      alarm(text("failed"));
    }
  });
  document.addEventListener("htmx:sendError", () => alarm(text("offline")));
  document.addEventListener("htmx:timeout", () => alarm(text("offline")));
}
