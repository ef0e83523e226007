// Writes what the dashboard knows of the API: types for the code, one joined JSON document for the tests.
// Usage: node generate.mjs <openapi.yaml> <output folder>
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, createConfig } from "@redocly/openapi-core";
import openapiTS, { astToString } from "openapi-typescript";

const [documentFile, outputFolder] = process.argv.slice(2);
const types = await openapiTS(pathToFileURL(path.resolve(documentFile)));
const joined = await bundle({ ref: documentFile, config: await createConfig({}) });

await mkdir(outputFolder, { recursive: true });
await writeFile(
  path.join(outputFolder, "types.d.ts"),
  `// Written by \`npm run api-types\` from docs/api; change it there.\n${astToString(types)}`,
);
await writeFile(
  path.join(outputFolder, "document.json"),
  `${JSON.stringify(joined.bundle.parsed, null, 1)}\n`,
);
