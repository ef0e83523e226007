// Fails when a page grew heavier than it may be. Reads what `npm run build` wrote; all figures are gzip, in KB.
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const dist = path.resolve(import.meta.dirname, "../dist");
const manifest = JSON.parse(readFileSync(path.join(dist, ".vite/manifest.json"), "utf8"));

const ENTRY = "index.html";
const SHELL = "src/app/shell.tsx";
const SIGN_IN = "src/features/auth/sign-in-page.tsx";
const FIRST_PAGE = "src/app/home-page.tsx";
const NUMBER_LIBRARY = "src/lib/e164.ts";

/** A chunk and everything it loads before it can run. */
function closure(name, found = new Set()) {
  const chunk = manifest[name];
  if (chunk === undefined) {
    throw new Error(`The build has no ${name}; name its successor in tools/bundle-budget.mjs.`);
  }
  if (!found.has(name)) {
    found.add(name);
    for (const imported of chunk.imports ?? []) {
      closure(imported, found);
    }
  }
  return found;
}

function sizeKb(files) {
  const bytes = [...new Set(files)].map((file) => gzipSync(readFileSync(path.join(dist, file))).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}

function scriptsOf(...names) {
  return names.flatMap((name) => [...closure(name)].map((chunk) => manifest[chunk].file));
}

/** What opening a lazy part adds for somebody who is already in the shell. */
function addedByOpening(name, base) {
  return scriptsOf(name).filter((file) => !base.includes(file));
}

const signedIn = scriptsOf(ENTRY, SHELL);
const signIn = scriptsOf(ENTRY, SIGN_IN);
const lazyParts = Object.keys(manifest).filter(
  (name) => manifest[name].isDynamicEntry && ![SHELL, SIGN_IN].includes(name),
);
const budgets = [
  ["Shell and first page", sizeKb(scriptsOf(ENTRY, SHELL, FIRST_PAGE)), 200],
  ["Sign-in, first load", sizeKb(signIn), 130],
  ["All styles", sizeKb(Object.values(manifest).flatMap((chunk) => chunk.css ?? [])), 20],
  ...lazyParts.map((name) => {
    const base = name.startsWith("src/features/auth/") ? signIn : signedIn;
    return [name, sizeKb(addedByOpening(name, base)), name === NUMBER_LIBRARY ? 30 : 40];
  }),
];

for (const [what, measured, most] of budgets) {
  const verdict = measured > most ? "TOO BIG" : "ok";
  console.log(
    `${measured.toFixed(1).padStart(7)} of ${String(most).padStart(3)} KB  ${verdict.padEnd(8)}${what}`,
  );
}
if (budgets.some(([, measured, most]) => measured > most)) {
  process.exit(1);
}
