import { evaluate } from "feelin";

/** The value of one `[data-field-key]` wrapper, typed as the form's schema types it. */
export function valueOf(wrapper) {
  const inputs = [...wrapper.querySelectorAll("input,select,textarea")].filter((input) => input.type !== "hidden" && ownerOf(input) === wrapper);
  const boxes = inputs.filter((input) => input.type === "checkbox");
  if (wrapper.dataset.fieldType === "checklist" || boxes.length > 1) return boxes.filter((box) => box.checked).map((box) => box.value);
  if (boxes.length === 1) return boxes[0].checked;
  const input = inputs[0];
  if (!input) return null;
  if (input.type === "radio") return inputs.find((radio) => radio.checked)?.value || null;
  if (input.value.trim() === "") return null;
  if (input.type === "number" || wrapper.dataset.fieldType === "number") {
    const number = Number(input.value.replace(",", "."));
    return Number.isFinite(number) ? number : null;
  }
  return input.value;
}

const ownerOf = (input) => input.closest("[data-field-key]");

/** True only where FEEL says true: an expression that fails or is null leaves the field in sight. */
export function saysHide(expression, values) {
  try {
    return evaluate(expression.replace(/^\s*=/, ""), values).value === true;
  } catch {
    return false;
  }
}

/**
 * Hides and disables what the conditions hide. A hidden field counts as null for the conditions after it, so the
 * fields are gone through until nothing changes; the number of rounds is bounded in case conditions contradict each other.
 */
export function applyConditions(form) {
  const fields = [...form.querySelectorAll("[data-field-key]")];
  const conditioned = [...form.querySelectorAll("[data-hide-if]")];
  let hidden = new Set();
  for (let round = 0; round <= conditioned.length; round += 1) {
    const unseen = (field) => [...hidden].some((wrapper) => wrapper.contains(field));
    const values = Object.fromEntries(fields.map((field) => [field.dataset.fieldKey, unseen(field) ? null : valueOf(field)]));
    const next = new Set(conditioned.filter((wrapper) => saysHide(wrapper.dataset.hideIf, values)));
    const same = next.size === hidden.size && [...next].every((wrapper) => hidden.has(wrapper));
    hidden = next;
    if (same) break;
  }
  conditioned.forEach((wrapper) => (wrapper.hidden = hidden.has(wrapper)));
  for (const wrapper of conditioned) {
    for (const control of wrapper.querySelectorAll("input,select,textarea,button")) {
      const unseen = control.closest("[data-hide-if][hidden]") !== null;
      if (unseen && !control.disabled) {
        control.disabled = true;
        control.dataset.unseen = "yes";
      } else if (!unseen && control.dataset.unseen) {
        control.disabled = false;
        delete control.dataset.unseen;
      }
    }
  }
}
