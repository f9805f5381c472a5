// The alphabet of SMS and what a text costs in it: the same rules as SmsText and SmsAdvice on the server, held to the same examples.
const BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENSION = "^{}\\[~]|€";
const INSTEAD = { œ: "oe", Œ: "OE", "’": "'", "‘": "'", "«": '"', "»": '"', "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "°": "o", "\u00A0": " ", "\u202F": " " };
const LIMITS = { GSM7: [160, 153], UCS2: [70, 67] };

const within = (text) => [...text].every((letter) => BASIC.includes(letter) || EXTENSION.includes(letter));

/** What is nearest to a letter within the alphabet; null when nothing is. */
export function nearest(letter) {
  if (within(letter)) return letter;
  if (INSTEAD[letter] !== undefined) return INSTEAD[letter];
  const bare = letter.normalize("NFD").replace(/\p{M}+/gu, "");
  return bare !== "" && within(bare) ? bare : null;
}

export const fit = (text) => [...text.normalize("NFC")].map((letter) => nearest(letter) ?? letter).join("");

const cost = (letter, encoding) => (encoding === "UCS2" ? letter.length : EXTENSION.includes(letter) ? 2 : 1);

function measured(text) {
  const encoding = within(text) ? "GSM7" : "UCS2";
  const [alone, joined] = LIMITS[encoding];
  const costs = [...text].map((letter) => cost(letter, encoding));
  const units = costs.reduce((sum, one) => sum + one, 0);
  if (units <= alone) return { encoding, units, parts: 1 };
  let parts = 1;
  let used = 0;
  // A letter of two units is never cut.
  for (const one of costs) {
    if (used + one > joined) {
      parts += 1;
      used = 0;
    }
    used += one;
  }
  return { encoding, units, parts };
}

/** encoding, units, parts, the letters that make it longer and what is nearest to each, and the parts of the text with them replaced. */
export function measure(text) {
  const composed = text.normalize("NFC");
  const longer = [...new Set(composed)].filter((letter) => !within(letter)).map((letter) => ({ letter, instead: nearest(letter) }));
  return { ...measured(composed), longer, fittedParts: measured(fit(composed)).parts };
}

const filled = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, index) => String(values[index] ?? ""));

/** The text as it will be about as long as: fields hold what is typed for them, or the example that the server gives. */
function example(text, root) {
  const values = {};
  for (const field of root.querySelectorAll("[data-sms-field]")) values[field.dataset.smsField] = field.value || field.placeholder;
  const shown = text.replace(/\{([^{}|]*)(?:\|[^{}]*)?\}/g, (_, name) => values[name.trim()] ?? "x".repeat(12));
  return shown;
}

function show(area) {
  const count = area.getAttribute("aria-describedby") && document.getElementById(area.getAttribute("aria-describedby"));
  if (!count) return;
  const told = measure(example(area.value, area.form ?? document));
  count.replaceChildren();
  count.append(filled(told.parts > 1 ? count.dataset.many : count.dataset.one, told.units, told.parts));
  if (told.parts === told.fittedParts) return;
  const warning = document.createElement("span");
  warning.className = "d-block";
  warning.append(`${count.dataset.longer} ${told.longer.map(({ letter }) => letter).join(" ")} `);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-sm btn-light border";
  button.dataset.smsReplace = area.id;
  button.textContent = count.dataset.replace;
  warning.append(button);
  count.append(warning);
}

/** `[data-sms]`, a textarea described by a `[data-sms-count]`: counts while one types, and replaces on demand. */
export function watchSms(root) {
  const all = () => root.querySelectorAll("textarea[data-sms]").forEach(show);
  root.addEventListener("input", ({ target }) => {
    if (target.matches?.("textarea[data-sms]")) show(target);
    else if (target.matches?.("[data-sms-field]")) all();
  });
  root.addEventListener("click", ({ target }) => {
    const area = target.dataset?.smsReplace && root.getElementById(target.dataset.smsReplace);
    if (!area) return;
    area.value = fit(area.value);
    area.dispatchEvent(new Event("change", { bubbles: true }));
    show(area);
    area.focus();
  });
  root.addEventListener("DOMContentLoaded", all);
  root.addEventListener("htmx:load", all);
}
