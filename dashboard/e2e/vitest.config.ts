import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

export default defineConfig({
  root,
  test: {
    environment: "node",
    include: ["flows/*.test.ts"],
    // One browser, one product: the flows take turns.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: path.join(root, "shots/report.json") }]],
  },
});
