// Shows a process diagram with the current steps, and counts per step where asked: `data-counts` and `data-late-counts`,
// JSON by step of what stands on it.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { text } from "./parts/texts.js";
import "./../css/diagram.css";

async function show(place) {
  if (place.dataset.shown) return;
  place.dataset.shown = "yes";
  // Scrolling over the picture scrolls the page: zooming has its own buttons and keys.
  const viewer = new NavigatedViewer({ container: place, zoomScroll: { enabled: false } });
  try {
    const response = await fetch(place.dataset.diagramUrl, { headers: { Accept: "application/xml, text/xml" } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    await viewer.importXML(await response.text());
  } catch {
    viewer.destroy();
    place.textContent = text("diagramFailed");
    return;
  }
  const canvas = viewer.get("canvas");
  canvas.zoom("fit-viewport", "auto");
  // On paper nobody moves the picture: the whole of it stands on the sheet.
  const paper = matchMedia("print");
  const fit = () => {
    canvas.resized();
    canvas.zoom("fit-viewport", "auto");
  };
  paper.addEventListener("change", fit);
  label(place);
  mark(viewer, place);
  addButtons(viewer, place);
  document.addEventListener("htmx:beforeCleanupElement", function leave(event) {
    if (event.target !== place) return;
    document.removeEventListener("htmx:beforeCleanupElement", leave);
    paper.removeEventListener("change", fit);
    viewer.destroy();
  });
}

/** The drawing area takes the focus (arrow keys move it): it needs a role and a name. */
function label(place) {
  const area = place.querySelector(".djs-container svg[tabindex], .djs-container[tabindex], svg");
  area?.setAttribute("role", "img");
  area?.setAttribute("aria-label", place.getAttribute("aria-label") ?? text("diagram"));
}

function mark(viewer, place) {
  const elements = viewer.get("elementRegistry");
  const canvas = viewer.get("canvas");
  const ids = (list) => (list ?? "").split(",").map((id) => id.trim()).filter((id) => elements.get(id));
  ids(place.dataset.active).forEach((id) => canvas.addMarker(id, "av-active"));
  ids(place.dataset.late).forEach((id) => canvas.addMarker(id, "av-overdue"));

  const late = new Set(ids(place.dataset.late));
  for (const [id, count] of Object.entries(JSON.parse(place.dataset.counts || "{}"))) {
    if (!elements.get(id)) continue;
    const badge = document.createElement("span");
    badge.className = late.has(id) && !place.dataset.lateCounts ? "av-count av-count-late" : "av-count";
    badge.textContent = String(count);
    viewer.get("overlays").add(id, { position: { top: -14, left: -6 }, html: badge, scale: { min: 0.85 } });
  }
  for (const [id, words] of Object.entries(JSON.parse(place.dataset.lateCounts || "{}"))) {
    if (!elements.get(id)) continue;
    const badge = document.createElement("span");
    badge.className = "av-count av-count-late";
    badge.textContent = words;
    viewer.get("overlays").add(id, { position: { bottom: 12, left: -6 }, html: badge, scale: { min: 0.85 } });
  }
}

function addButtons(viewer, place) {
  const zoom = viewer.get("zoomScroll");
  const acts = { zoomIn: ["+", () => zoom.stepZoom(1)], zoomOut: ["−", () => zoom.stepZoom(-1)], zoomFit: ["⤢", () => viewer.get("canvas").zoom("fit-viewport", "auto")] };
  const bar = document.createElement("div");
  bar.className = "av-diagram-zoom d-print-none";
  for (const [name, [sign, act]] of Object.entries(acts)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm btn-light";
    button.textContent = sign;
    button.setAttribute("aria-label", text(name));
    button.title = text(name);
    button.addEventListener("click", act);
    bar.append(button);
  }
  place.append(bar);
}

const showWithin = (content) => {
  if (content.matches?.("[data-diagram-url]")) show(content);
  content.querySelectorAll("[data-diagram-url]").forEach(show);
};
document.addEventListener("htmx:load", (event) => showWithin(event.target));
showWithin(document);
