// Makes sure that the browser tests find a browser, and says what to do where none can be had. It never skips.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";

const wanted = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

function run(command, ...args) {
  return spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
}

if (!existsSync(wanted)) {
  const debian = existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
  if (process.env.CHROMIUM_PATH || !debian || userInfo().uid !== 0) {
    console.error(
      `No browser for the browser tests: ${wanted} does not exist. Install Chromium (on Debian, as root: apt-get install chromium) ` +
        "or set CHROMIUM_PATH to a Chromium or Chrome that is installed, then run the build again.",
    );
    process.exit(1);
  }
  console.log("Installing Debian's chromium for the browser tests.");
  if (!(run("apt-get", "update", "-qq") && run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium") && existsSync(wanted))) {
    console.error("Chromium could not be installed. Install it by hand, or set CHROMIUM_PATH, then run the build again.");
    process.exit(1);
  }
}
