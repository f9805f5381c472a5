// What Maven runs: installs, bundles and checks only what has changed since the last time.
// No shell and no POSIX tools, so that it also works on Windows.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "..", "..", "..");
const out = join(root, "target", "classes", "static", "assets");
const processes = join(root, "processes");
const modules = join(here, "node_modules");
const OLDEST = [20, 12];

function fail(message) {
  console.error(`\n  ${message}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    fail(`Node.js ${OLDEST.join(".")} or newer is needed to bundle the pages' scripts; this is ${process.versions.node} (${process.execPath}). Install a current one from https://nodejs.org and put it first on the PATH.`);
  }
}

const filesBelow = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name)));
};

function fingerprint(...paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesBelow)) hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** Does the work unless the stamp says that it was done for these very inputs; a failure leaves no stamp. */
async function whenChanged(stamp, print, work) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === print) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}

function install() {
  // npm is a .cmd file on Windows, which only a shell starts; the arguments are constants.
  const { status, error } = spawnSync("npm ci --ignore-scripts --prefer-offline --no-audit --no-fund", { cwd: here, stdio: "inherit", shell: true });
  if (error || status !== 0) {
    fail("`npm ci` did not succeed (see above). It needs npm, which comes with Node.js, and the npm registry or a mirror of it the first time; a mirror is set with `npm config set registry`.");
  }
}

checkNode();
const at = (...names) => names.map((name) => join(here, name));
const parts = at("package.json", "package-lock.json");

// The stamp lives inside node_modules: `mvn clean` need not fetch everything again.
await whenChanged(join(modules, ".installed"), fingerprint(...parts), install);

const stamps = join(root, "target", "frontend");
if (!existsSync(join(out, "app.js"))) rmSync(join(stamps, "bundle"), { force: true });
await whenChanged(join(stamps, "bundle"), fingerprint(...parts, ...at("build.mjs", "css", "js")), async () => {
  const { bundle } = await import(pathToFileURL(join(here, "build.mjs")).href);
  await bundle(out);
});

await whenChanged(join(stamps, "processes"), fingerprint(...parts, ...at(".bpmnlintrc", "lint-processes.mjs"), processes), async () => {
  const { lint } = await import(pathToFileURL(join(here, "lint-processes.mjs")).href);
  if (!lint(processes)) fail("The processes have errors (see above).");
});
