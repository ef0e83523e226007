import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const source = path.resolve(import.meta.dirname, "..");

/** What each layer may build on; a feature may only use itself, and app everything. */
const allowed: Record<string, readonly string[]> = {
  api: [],
  lib: ["api"],
  ui: ["lib", "api"],
  live: ["lib", "api"],
  features: ["ui", "live", "lib", "api"],
  app: ["features", "ui", "live", "lib", "api"],
  testing: ["app", "features", "ui", "live", "lib", "api"],
};

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\.tsx?$/.test(file),
);

interface Import {
  from: string;
  to: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(source, file), "utf8");
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"((?:@\/|\.)[^"]*)"/g)].map(
    (match) => match[1] ?? "",
  );
  return specifiers.map((specifier) => ({
    from: file,
    to: specifier.startsWith("@/") ? specifier.slice(2) : path.join(path.dirname(file), specifier),
  }));
}

function layerOf(file: string): string {
  return file.split(path.sep)[0] ?? "";
}

function featureOf(file: string): string {
  return file.split(path.sep).slice(0, 2).join("/");
}

function breaks({ from, to }: Import): boolean {
  const [mine, theirs] = [layerOf(from), layerOf(to)];
  if (mine !== theirs) {
    return !(allowed[mine] ?? []).includes(theirs);
  }
  return mine === "features" && featureOf(from) !== featureOf(to);
}

const productCode = files.filter((file) => !file.includes(".test."));

test("imports go one way, and no feature knows another", () => {
  const broken = productCode.flatMap(importsOf).filter(breaks);
  expect(broken).toEqual([]);
});

test("the product does not contain test code", () => {
  const product = productCode.filter((file) => layerOf(file) !== "testing");
  expect(product.flatMap(importsOf).filter(({ to }) => layerOf(to) === "testing")).toEqual([]);
});

test("no file is longer than 400 lines", () => {
  const lengths = files
    .filter((file) => layerOf(file) !== "api")
    .map((file) => ({ file, lines: readFileSync(path.join(source, file), "utf8").split("\n").length }));
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
});
