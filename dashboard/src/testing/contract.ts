import Ajv, { type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { SetupServer } from "msw/node";
import document from "@/api/document.json";

// Every request the page makes and every answer the handlers give is held against the API document, in every test.

type Schema = Record<string, unknown>;
type Content = Record<string, { schema: Schema }>;
interface Operation {
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content; $ref?: string }>;
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, "api");

const validators = new Map<string, ValidateFunction>();

export function checkAgainstDocument(server: SetupServer) {
  server.events.on("response:mocked", async ({ request, response }) => {
    const { pathname } = new URL(request.url);
    const operation = operationOf(request.method.toLowerCase(), pathname);
    if (operation !== undefined && response.type !== "error") {
      await checkBody(`request of ${pathname}`, operation.requestBody?.content, request.clone());
      const answer = resolve(operation.responses[response.status] ?? operation.responses.default);
      await checkBody(`answer ${response.status} of ${pathname}`, answer?.content, response.clone());
    }
  });
}

function operationOf(method: string, pathname: string): Operation | undefined {
  const found = Object.entries(document.paths).find(([template]) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname),
  );
  return (found?.[1] as Record<string, Operation> | undefined)?.[method];
}

function resolve<T extends { $ref?: string }>(value: T | undefined): T | undefined {
  if (value?.$ref === undefined) {
    return value;
  }
  const steps = value.$ref.replace("#/", "").split("/");
  return steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], document) as T;
}

async function checkBody(what: string, content: Content | undefined, message: Request | Response) {
  const schema = content && Object.values(content)[0]?.schema;
  const isJson = message.headers.get("Content-Type")?.includes("json") ?? false;
  const text = await message.text();
  if (schema === undefined || !isJson) {
    return;
  }
  const validate = validatorFor(schema);
  if (!validate(JSON.parse(text))) {
    throw new Error(`The ${what} is not what docs/api says: ${ajv.errorsText(validate.errors)}\n${text}`);
  }
}

function validatorFor(schema: Schema): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = validators.get(key) ?? ajv.compile(JSON.parse(key.replaceAll('"#/', '"api#/')) as Schema);
  validators.set(key, known);
  return known;
}
