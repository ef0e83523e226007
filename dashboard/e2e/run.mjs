// Runs the browser flows against the product at HEKAX_BASE_URL, which must be running with its demo data.
// The last line printed is JSON: {"status": "passed" | "failed" | "skipped", ...}; package.json names the exit codes.
import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const EXIT_SKIPPED = 77;

const here = import.meta.dirname;
const report = path.join(here, "shots/report.json");

function findBrowser() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = [
    process.env.HEKAX_CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
  ];
  return candidates.find((file) => file !== undefined && isExecutable(file));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function finish(result, code) {
  console.log(JSON.stringify(result));
  process.exit(code);
}

const browser = findBrowser();
if (browser === undefined) {
  console.log("skipped: no Chromium (install chromium, or name one in HEKAX_CHROMIUM)");
  finish({ status: "skipped", reason: "no Chromium" }, EXIT_SKIPPED);
}
if (!process.env.HEKAX_BASE_URL) {
  console.error(
    "HEKAX_BASE_URL is not set: say where the product answers, for example http://localhost:8080.",
  );
  finish({ status: "failed", reason: "no HEKAX_BASE_URL" }, 1);
}

rmSync(report, { force: true });
const vitest = path.join(here, "../node_modules/vitest/vitest.mjs");
const run = spawnSync(process.execPath, [vitest, "run", "--config", path.join(here, "vitest.config.ts")], {
  cwd: path.join(here, ".."),
  stdio: "inherit",
  env: { ...process.env, HEKAX_CHROMIUM: browser },
});
const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = readReport();
// A run that proved nothing has not passed.
const good = run.status === 0 && passed > 0;
finish({ status: good ? "passed" : "failed", passed, failed }, good ? 0 : 1);

function readReport() {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return {};
  }
}
