// One item of a room: its state, what is to be said of it, its photos.
import { el } from "./dom.js";
import { needsPhoto } from "./rules.js";

const STATES = ["NEW", "GOOD", "WORN", "DAMAGED", "MISSING"];

export function itemCard(item, page) {
  const { say, label } = page.words;
  const id = `item-${item.id}`;
  const card = el("section", { class: "card", id, "aria-labelledby": `${id}-title` },
    el("h2", { id: `${id}-title` }, label(item.label)),
    item.asked && el("p", { class: "asked" }, item.asked),
    item.before && el("p", { class: "soft" }, say("before", say(item.before)) + (item.beforeRemark ? ` — ${item.beforeRemark}` : "")),
    item.kind === "ELEMENT" ? states(item, page, id) : item.kind === "METER" ? meter(item, page, id) : keys(item, page, id),
    remark(item, page, id),
    photos(item, page, id),
    needs(item, page));
  return card;
}

function states(item, page, id) {
  const { say } = page.words;
  return el("fieldset", {}, el("legend", {}, say("state")),
    el("div", { class: "states" }, STATES.map((state) =>
      el("label", {}, el("input", { type: "radio", name: `${id}-state`, value: state, checked: item.state === state, onchange: () => page.answer(item, { state }) }), say(state)))));
}

function meter(item, page, id) {
  const { say } = page.words;
  return el("div", {},
    field(`${id}-serial`, say("serial"), el("input", { type: "text", id: `${id}-serial`, maxlength: 40, autocomplete: "off", value: item.serial, onchange: (event) => page.answer(item, { serial: event.target.value.trim() || null }) })),
    field(`${id}-reading`, say("reading"), el("input", { type: "text", id: `${id}-reading`, inputmode: "decimal", maxlength: 13, autocomplete: "off", value: item.reading, onchange: (event) => page.answer(item, { reading: number(event.target) }) })));
}

function keys(item, page, id) {
  return field(`${id}-quantity`, page.words.say("quantity"), el("input", { type: "number", id: `${id}-quantity`, min: 0, max: 99, inputmode: "numeric", value: item.quantity, onchange: (event) => page.answer(item, { quantity: number(event.target) }) }));
}

/** What cannot be a number stays in sight, and is not an answer. */
function number(input) {
  const text = input.value.trim().replace(/\s/g, "").replace(",", ".");
  return /^\d{1,9}(\.\d{1,3})?$/.test(text) ? Number(text) : null;
}

function field(id, label, input) {
  return el("div", { class: "field" }, el("label", { class: "for", for: id }, label), input);
}

function remark(item, page, id) {
  const { say } = page.words;
  const asked = item.state === "DAMAGED" || item.state === "MISSING" || item.kind === "METER";
  const label = item.kind === "METER" ? say("unreadable") : asked ? say("remark") : say("remarkMore");
  return field(`${id}-remark`, label, el("textarea", { id: `${id}-remark`, rows: asked || item.remark ? 2 : 1, maxlength: 1000, onchange: (event) => page.answer(item, { remark: event.target.value.trim() || null }) }, item.remark || ""));
}

function photos(item, page, id) {
  const { say } = page.words;
  return el("div", { class: "field" },
    el("input", { type: "file", id: `${id}-photo`, accept: "image/*", onchange: (event) => { page.addPhotos(item, [...event.target.files]); event.target.value = ""; } }),
    el("label", { class: "btn", for: `${id}-photo` }, `${say("photo")}${needsPhoto(item) ? ` (${say("photoNeeded")})` : ""}`),
    el("ul", { class: "photos", "data-photos": item.id }, page.photosOf(item).map((photo) => photoLine(photo, page))));
}

export function photoLine(photo, page) {
  const { say } = page.words;
  const percent = photo.size ? Math.round((100 * photo.offset) / photo.size) : 0;
  // What stands still is not said to be on its way.
  const told = photo.state === "RECEIVING" && page.queue.network !== "ok" ? "WAITING" : photo.state;
  return el("li", { "data-photo": photo.key, "data-state": photo.state },
    photo.small ? el("img", { src: photo.small, alt: "" }) : el("span", { class: "none" }),
    el("span", { role: "status" }, photo.state === "REFUSED" ? `${say("REFUSED")} : ${say(photo.refusal)}` : say(told, percent),
      told === "RECEIVING" && el("progress", { max: 100, value: percent, "aria-label": say("RECEIVING", percent) })),
    el("button", { type: "button", onclick: () => page.removePhoto(photo) }, say("remove")));
}

function needs(item, page) {
  const lacks = page.lacks(item);
  if (!lacks.length || !page.isTouched(item)) return null;
  return el("p", { class: "need" }, lacks.map((lack) => page.words.say(lack)).join(", "));
}
