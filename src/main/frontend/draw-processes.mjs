// Draws the processes that docs/processes.md shows, anew where a diagram changed: node draw-processes.mjs
// A browser draws them, the one of the browser tests, since only a browser knows how wide a text is.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "..", "..", "..");
const docs = join(root, "docs");
const browser = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

const SCRIPT = `
import Viewer from "bpmn-js/lib/Viewer";
const viewer = new Viewer({ container: document.getElementById("canvas") });
viewer.importXML(document.getElementById("diagram").textContent)
  .then(() => viewer.saveSVG())
  .then(({ svg }) => { document.getElementById("svg").textContent = encodeURIComponent(svg); });
`;

/** The processes whose pictures the page shows. */
const shown = () => [...readFileSync(join(docs, "processes.md"), "utf8").matchAll(/\(processes\/([a-z-]+)\.svg\)/g)].map(([, id]) => id);

const stamp = (id, xml) => `<!-- From processes/${id}.bpmn, SHA-256 ${createHash("sha256").update(xml).digest("hex")}; made by npm run draw:processes -->`;

function draw(script, xml) {
  const folder = mkdtempSync(join(tmpdir(), "draw-"));
  try {
    const page = join(folder, "page.html");
    const escaped = xml.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    writeFileSync(page, `<!DOCTYPE html><meta charset="utf-8"><div id="canvas" style="width:2000px;height:1500px"></div><pre id="diagram" hidden>${escaped}</pre><pre id="svg"></pre><script>${script}</script>`);
    const { stdout, error } = spawnSync(browser, ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${folder}`, "--virtual-time-budget=10000", "--dump-dom", `file://${page}`], { encoding: "utf8", maxBuffer: 1 << 28 });
    if (error) throw error;
    const [, code] = /<pre id="svg">([^<]+)<\/pre>/.exec(stdout) ?? [];
    if (!code) throw new Error("The browser drew nothing");
    return decodeURIComponent(code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const title = (xml) => /<bpmn:process [^>]*name="([^"]+)"/.exec(xml)[1];

const { outputFiles } = await build({ stdin: { contents: SCRIPT, resolveDir: here }, bundle: true, minify: true, write: false, format: "iife", target: "es2020", logLevel: "warning" });
const script = outputFiles[0].text.replace(/<\/script/g, "<\\/script");
mkdirSync(join(docs, "processes"), { recursive: true });
for (const id of shown()) {
  const xml = readFileSync(join(root, "processes", `${id}.bpmn`), "utf8").replace(/\r\n/g, "\n");
  const file = join(docs, "processes", `${id}.svg`);
  if (existsSync(file) && readFileSync(file, "utf8").includes(stamp(id, xml))) continue;
  const svg = draw(script, xml)
    .replace(/^[\s\S]*?(?=<svg)/, "")
    // What catches clicks in an editor.
    .replace(/<(rect|polyline|path|circle|polygon) class="djs-(hit|outline)[^"]*"[^>]*\/>/g, "")
    .replace(/<svg[^>]*>/, (start) => `${start}\n${stamp(id, xml)}\n<title>${title(xml)}</title><rect x="-10000" y="-10000" width="20000" height="20000" fill="#fff"/>`);
  writeFileSync(file, `${svg}\n`);
  console.log(`docs/processes/${id}.svg`);
}
