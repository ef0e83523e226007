import path from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where the local product answers; the page and the API share one origin, here as in production. */
const product = "http://localhost:8080";

const DATA = /node_modules\/@tanstack\/(react-query|query-core)\//;
const FRAMEWORK = /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-router|router-core|history))\//;

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { "@": path.resolve(import.meta.dirname, "src") } },
  server: {
    proxy: {
      "/api": product,
      "/.well-known": product,
      "/live": { target: product, ws: true, bypass: pageRequest },
    },
  },
  // No inlined assets: the content policy allows our own files and nothing else.
  build: {
    manifest: true,
    assetsInlineLimit: 0,
    // What every page stands on is one file, and what every signed-in page stands on another: they compress better than
    // their parts, and a release leaves them in the cache.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "framework", test: FRAMEWORK },
            { name: "data", test: DATA },
          ],
        },
      },
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});

/** The live link and a future page share the path /live: only the socket goes to the product. */
function pageRequest(request: { headers: { upgrade?: string | undefined }; url?: string | undefined }) {
  return request.headers.upgrade === undefined ? request.url : undefined;
}
