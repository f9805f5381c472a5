// Draws a chart from its own table, which stays the accessible version.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } from "chart.js";
import { read } from "./parts/chart-table.js";

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

const COLOURS = ["--av-green", "--av-chart-2", "--av-blue", "--av-red", "--av-soft"];
// Lines differ by dash and mark as well as by colour.
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4]];
const MARKS = ["circle", "rect", "triangle", "rectRot", "star"];

function draw(table) {
  if (table.dataset.drawn) return;
  table.dataset.drawn = "yes";
  const styles = getComputedStyle(document.documentElement);
  const colour = (name) => styles.getPropertyValue(name).trim();
  const { chart: kind, chartAxis = "x", chartMax, chartUnit = "" } = table.dataset;
  const line = kind === "line";
  const { labels, series } = read(table);
  const numbers = new Intl.NumberFormat(document.documentElement.lang || "fr", { maximumFractionDigits: 1 });
  const amount = { beginAtZero: true, stacked: kind === "stacked", max: chartMax ? Number(chartMax) : undefined, grid: { color: colour("--av-line") }, ticks: { precision: 0, callback: (value) => numbers.format(value) + chartUnit } };
  const names = { stacked: kind === "stacked", grid: { display: false } };
  const along = chartAxis === "y" ? "x" : "y";

  Chart.defaults.font.family = styles.getPropertyValue("--bs-body-font-family");
  Chart.defaults.color = colour("--av-ink");
  const chart = new Chart(canvasFor(table), {
    type: line ? "line" : "bar",
    data: {
      labels,
      datasets: series.map(({ name, values }, index) => ({
        label: name,
        data: values,
        backgroundColor: colour(COLOURS[index % COLOURS.length]),
        borderColor: line ? colour(COLOURS[index % COLOURS.length]) : "#fff",
        borderWidth: line ? 2 : 1,
        borderDash: line ? DASHES[index % DASHES.length] : undefined,
        pointStyle: MARKS[index % MARKS.length],
        pointRadius: 4,
        maxBarThickness: 42,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: chartAxis,
      scales: { [chartAxis]: names, [along]: amount },
      plugins: {
        legend: { display: series.length > 1, labels: { usePointStyle: line } },
        tooltip: { callbacks: { label: (item) => `${item.dataset.label} : ${numbers.format(item.parsed[along])}${chartUnit}` } },
      },
    },
  });
  // The page's font may arrive after the drawing.
  document.fonts?.ready.then(() => chart.canvas?.isConnected && chart.update());
  window.addEventListener("beforeprint", () => chart.canvas?.isConnected && chart.resize());
}

/** In `[data-chart-canvas]` of the same figure, else in a new box before the table or the details around it. */
function canvasFor(table) {
  let box = table.closest("figure")?.querySelector("[data-chart-canvas]");
  if (!box) {
    box = document.createElement("div");
    (table.closest("details") ?? table).before(box);
  }
  box.classList.add("av-chart-canvas");
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", table.caption?.textContent.trim() ?? "");
  box.append(canvas);
  return canvas;
}

const drawWithin = (content) => {
  if (content.matches?.("table[data-chart]")) draw(content);
  content.querySelectorAll("table[data-chart]").forEach(draw);
};
document.addEventListener("htmx:load", (event) => drawWithin(event.target));
document.addEventListener("htmx:beforeCleanupElement", (event) => event.target.matches?.("canvas") && Chart.getChart(event.target)?.destroy());
drawWithin(document);
