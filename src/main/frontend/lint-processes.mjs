// Checks every process with bpmnlint: node lint-processes.mjs [FOLDER]
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

export function processesIn(folder) {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".bpmn")).sort().map((name) => join(folder, name)) : [];
}

/** Whether all processes are free of errors; bpmnlint itself prints what it finds. */
export function lint(folder) {
  const files = processesIn(folder);
  if (files.length === 0) {
    console.log("No process to check yet.");
    return true;
  }
  // Run from here, where .bpmnlintrc and the plugin are found.
  const { status } = spawnSync(process.execPath, [join("node_modules", "bpmnlint", "bin", "bpmnlint.js"), ...files], { cwd: here, stdio: "inherit" });
  if (status === 0) console.log(`${files.length} processes checked.`);
  return status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? join(here, "..", "..", "..", "processes"));
  if (!lint(folder)) process.exitCode = 1;
}
