// Pages with a Camunda form: fields that depend on other fields.
import { applyConditions } from "./parts/conditions.js";

const conditional = (form) => form.querySelector("[data-hide-if]");

const applyWithin = (content) => {
  const forms = content.matches?.("form") ? [content] : [...(content.querySelectorAll?.("form") ?? [])];
  // A swapped piece of a form changes the whole form's values.
  const around = content.closest?.("form");
  if (around && !forms.includes(around)) forms.push(around);
  forms.filter(conditional).forEach(applyConditions);
};

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => {
    const form = event.target.closest?.("form");
    if (form && conditional(form)) applyConditions(form);
  });
}
document.addEventListener("htmx:load", (event) => applyWithin(event.target));
applyWithin(document);
