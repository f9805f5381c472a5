// Bundles everything the browser loads: node build.mjs OUT
import { mkdir, copyFile, readFile, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

export async function bundle(out) {
  await rm(out, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: ["css/app.css", "css/light.css", "css/inventory.css", "js/inventory.js", "js/app.js", "js/light.js", "js/form.js", "js/chart.js", "js/diagram.js"].map((path) => ({ in: path, out: path.replace(/^.*\/|\.\w+$/g, "") })),
    outdir: out,
    bundle: true,
    minify: true,
    sourcemap: false,
    format: "iife",
    // Phones of some years ago; what is newer than that is written out by esbuild.
    target: ["es2020", "chrome87", "firefox78", "safari15"],
    assetNames: "fonts/[name]-[hash]",
    loader: { ".woff": "file", ".woff2": "file" },
    legalComments: "linked",
    metafile: true,
    logLevel: "warning",
    logLimit: 10,
  });
  await copyLicences(join(out, "licences"));
  await printSizes(Object.keys(metafile.outputs));
}

/** Fonts and libraries go out with the application, so do their licences. */
async function copyLicences(folder) {
  await mkdir(folder, { recursive: true });
  const { dependencies } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const copy = join(folder, `${name.replace(/\W+/g, "-").replace(/^-/, "")}.txt`);
    await copyFile(join(here, "node_modules", name, name === "chart.js" ? "LICENSE.md" : "LICENSE"), copy);
  }
}

async function printSizes(outputs) {
  for (const path of outputs.filter((name) => /\.(js|css)$/.test(name)).sort()) {
    const content = await readFile(resolve(here, path));
    const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
    console.log(`${path.replace(/^.*\//, "").padEnd(14)}${kB(content.length)}${kB(gzipSync(content).length)} gzipped`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv[2]) throw new Error("Usage: node build.mjs OUT");
  await bundle(resolve(process.argv[2]));
}
