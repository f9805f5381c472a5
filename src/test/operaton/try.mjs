// Moves a copy of the application to Operaton and tests it there: node src/test/operaton/try.mjs [VERSION] [TESTS | none]
// What came of it stands in docs/leaving-the-engine.md. Nothing but target/operaton is written.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const copy = join(root, "target", "operaton");
const [version = "1.0.3", tests = "ProcessesTest,DecisionTablesTest,OpeningTableTest,*PathsTest,OperationsTest,ModulesTest"] = process.argv.slice(2);

/** In order: the first that fits a place changes it. Namespaces and extension attributes of the diagrams stay as they are. */
const CHANGES = [
  // Its assertions are not published; the tests that use them are left out below.
  [/pom\.xml$/, /\s*<dependency>\s*<groupId>org\.camunda\.bpm<\/groupId>\s*<artifactId>camunda-bpm-assert<[^]*?<\/dependency>/, ""],
  [/\.(java|yml)$/, /org\.camunda\.bpm/g, "org.operaton.bpm"],
  [/\.java$/, /\b([gs]et)Camunda(?=[A-Z])/g, "$1Operaton"],
  [/\.java$/, /\.camunda(?=[A-Z]\w*\()/g, ".operaton"],
  [/\.(java|yml)$/, /\bcamunda\.bpm\b/g, "operaton.bpm"],
  [/pom\.xml$/, /org\.camunda\.bpm/g, "org.operaton.bpm"],
  [/pom\.xml$/, /camunda-bom/g, "operaton-bom"],
  [/pom\.xml$/, /camunda-bpm-(\w)/g, "operaton-bpm-$1"],
  [/pom\.xml$/, /<camunda\.version>[^<]+/g, `<camunda.version>${version}`],
];

const filesBelow = (path) => (statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesBelow(join(path, name))) : [path]);

rmSync(join(copy, "src"), { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
for (const part of ["pom.xml", "src", "processes", "forms", "docs", "docker-compose.yml", ".env.example", "Dockerfile"]) {
  cpSync(join(root, part), join(copy, part), { recursive: true, filter: (path) => !path.includes("node_modules") });
}
// What the build made already is made once.
for (const made of ["target/classes/static", "target/verapdf", "target/s3"]) {
  if (existsSync(join(root, made))) cpSync(join(root, made), join(copy, made), { recursive: true });
}

const changed = new Map();
for (const file of [join(copy, "pom.xml"), ...filesBelow(join(copy, "src"))]) {
  if (!/\.(java|yml|xml)$/.test(file)) continue;
  const before = readFileSync(file, "utf8");
  if (/bpm\.engine\.test\.assertions/.test(before)) {
    rmSync(file);
    console.log(`left out: ${relative(copy, file)}`);
    continue;
  }
  const after = CHANGES.reduce((text, [where, from, to]) => (where.test(file) ? text.replace(from, to) : text), before);
  if (after === before) continue;
  writeFileSync(file, after);
  const lines = after.split("\n").filter((line, number) => line !== before.split("\n")[number]).length;
  changed.set(relative(copy, file), lines);
}
const main = [...changed].filter(([file]) => file.startsWith("src/main"));
console.log(`${changed.size} files changed, ${main.length} of them below src/main: ${main.map(([file, lines]) => `${file} (${lines})`).join(", ")}`);

if (tests === "none") process.exit(0);
const { status } = spawnSync("mvn", ["-B", "-q", "-Dexec.skip=true", "-Dspotless.check.skip=true", `-Dtest=${tests}`, "-Dsurefire.failIfNoSpecifiedTests=false", "test-compile", "surefire:test"], { cwd: copy, stdio: "inherit", shell: true });
process.exitCode = status ?? 1;
