// Refreshes src/api from docs/api, or with --check fails when src/api is not what docs/api says.
// The generator stands apart, with its own lock file, because it needs an older TypeScript.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const dashboard = path.resolve(import.meta.dirname, "..");
const generator = path.join(import.meta.dirname, "api-types");
const document = path.resolve(dashboard, "../docs/api/openapi.yaml");
const committed = path.join(dashboard, "src/api");

function generateInto(folder) {
  if (!existsSync(path.join(generator, "node_modules"))) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: generator, stdio: "inherit" });
  }
  const script = path.join(generator, "generate.mjs");
  execFileSync(process.execPath, [script, document, folder], { cwd: generator, stdio: "inherit" });
}

function staleFiles() {
  const fresh = mkdtempSync(path.join(tmpdir(), "api-types-"));
  try {
    generateInto(fresh);
    return ["types.d.ts", "document.json"].filter((name) => {
      const file = path.join(committed, name);
      const wanted = readFileSync(path.join(fresh, name), "utf8");
      return !existsSync(file) || readFileSync(file, "utf8") !== wanted;
    });
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

if (process.argv.includes("--check")) {
  const stale = staleFiles();
  if (stale.length > 0) {
    console.error(`src/api is older than docs/api (${stale.join(", ")}): run npm run api-types.`);
    process.exit(1);
  }
  console.log("src/api is what docs/api says.");
} else {
  generateInto(committed);
}
