// The four faces of the page: the rooms, one room, what still lacks, and what comes once it is sent.
import { el } from "./dom.js";
import { itemCard } from "./item.js";

export function homeView(page) {
  const { say, label, day } = page.words;
  const { data } = page;
  const begun = page.items.some(page.isTouched);
  const first = Math.max(0, page.rooms.findIndex((room) => page.leftIn(room) > 0));
  return [
    el("h1", { tabindex: -1 }, say(data.kind === "ENTRY" ? "entry" : "exit")),
    el("p", {}, data.emergency ? "" : data.address, el("br"), say("keys", day(data.keysOn))),
    el("p", {}, say(data.status === "ASKED" ? "asked" : "intro")),
    el("h2", {}, say("rooms")),
    el("ul", { class: "rooms" }, page.rooms.map((room, at) => {
      const left = page.leftIn(room);
      return el("li", {}, el("a", { href: `#piece-${at + 1}` }, el("b", {}, label(room)), el("span", { class: left ? "left" : "done" }, left ? say("left", left) : say("done"))));
    })),
    el("a", { class: "btn main", href: `#piece-${first + 1}` }, say(begun ? "go" : "start")),
    el("a", { class: "btn", href: "#envoi" }, say("check")),
    data.phone && el("p", { class: "soft" }, say("phone", data.phone)),
  ].filter(Boolean);
}

export function roomView(page, at) {
  const { say, label } = page.words;
  const next = at + 1 < page.rooms.length ? `#piece-${at + 2}` : "#envoi";
  return [
    el("h1", { tabindex: -1 }, `${label(page.rooms[at])} `, el("span", { class: "soft" }, `${at + 1}/${page.rooms.length}`)),
    ...page.items.filter((item) => item.room === page.rooms[at]).map((item) => itemCard(item, page)),
    el("nav", { class: "bar" }, el("div", {}, el("a", { class: "btn", href: "#" }, say("home")), el("a", { class: "btn main", href: next }, next === "#envoi" ? say("check") : say("next")))),
  ];
}

export function checkView(page) {
  const { say } = page.words;
  const lacking = page.items.map((item) => ({ item, lacks: page.lacks(item) })).filter(({ lacks }) => lacks.length);
  const troubled = page.photos.filter(({ state }) => state === "REFUSED" || state === "ELSEWHERE");
  const elsewhere = troubled.some(({ state }) => state === "ELSEWHERE");
  const sending = Boolean(page.sending?.key);
  return [
    el("h1", { tabindex: -1 }, say("checkTitle")),
    el("p", {}, say(lacking.length || elsewhere ? "lacking" : "ready")),
    el("ul", { class: "lack" }, [...lacking.map(({ item, lacks }) => lackLine(page, item, lacks.map((lack) => say(lack)).join(", "))),
      ...troubled.map((photo) => lackLine(page, page.items.find((one) => one.id === photo.itemId), say(photo.refusal || photo.state)))]),
    page.sending?.error && el("p", { class: "need", role: "alert" }, say(page.sending.error)),
    sending && el("p", { role: "status" }, page.waiting ? say("notYet", page.waiting) : say("sending")),
    el("button", { class: "btn main", type: "button", disabled: lacking.length > 0 || elsewhere || sending, onclick: () => page.send() }, say("send")),
    el("a", { class: "btn", href: "#" }, say("home")),
  ].filter(Boolean);
}

function lackLine(page, item, what) {
  if (!item) return null;
  const { label } = page.words;
  return el("li", {}, el("a", { href: `#piece-${page.rooms.indexOf(item.room) + 1}` }, el("b", {}, `${label(item.room)}, ${label(item.label)}`), el("span", { class: "left" }, what)));
}

export function sentView(page) {
  const { say } = page.words;
  return [
    el("h1", { tabindex: -1, "data-sent": true }, say("sent")),
    el("p", {}, say("sentWhat")),
    el("a", { class: "btn main", href: `${page.base}/suite` }, say("follow")),
    page.data.phone && el("p", { class: "soft" }, say("phone", page.data.phone)),
  ].filter(Boolean);
}
