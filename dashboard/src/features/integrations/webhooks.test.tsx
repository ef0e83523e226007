import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Answer } from "@/lib/api-paths";
import { empty, ok, on, type Reply, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { anArrival, aWait, aWebhook, card, givenIntegrations, type Webhook } from "@/testing/integrations";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

type WebhookDeliveries = Answer<"get", "/api/webhooks/{webhookId}/deliveries">;

const ADDRESS = "/settings/integrations";

describe("given webhooks", () => {
  test("when one is added, then its secret is shown once", async () => {
    let webhooks: Webhook[] = [];
    const keys: Array<string | null> = [];
    givenIntegrations();
    server.use(
      on("get", "/api/webhooks", () => ok({ items: webhooks, next: null })),
      on("post", "/api/webhooks", ({ body, headers }) => {
        keys.push(headers.get("Idempotency-Key"));
        if (keys.length === 1) {
          return refusal(503, "UNAVAILABLE");
        }
        const made = aWebhook({ url: body.url, eventTypes: body.eventTypes });
        webhooks = [made];
        return ok({ ...made, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }, 201);
      }),
    );
    const { user } = open(ADDRESS);
    const own = await card("Webhooks");
    await user.click(await own.findByRole("button", { name: "Add webhook" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Add webhook" }));
    await user.type(dialog.getByLabelText("Address"), "example.com");
    for (const box of dialog.getAllByRole("checkbox")) {
      await user.click(box);
    }
    await user.click(dialog.getByRole("button", { name: "Add webhook" }));
    expect(dialog.getByText(/^Enter a whole address/)).toBeVisible();
    expect(dialog.getByText("Choose at least one.")).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(keys).toEqual([]);

    await user.clear(dialog.getByLabelText("Address"));
    await user.type(dialog.getByLabelText("Address"), "https://example.com/in");
    await user.click(dialog.getByRole("checkbox", { name: "Voicemail left" }));
    await user.click(dialog.getByRole("button", { name: "Add webhook" }));
    expect(await dialog.findByText(/^We could not add this webhook/)).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Add webhook" }));
    const secret = within(await screen.findByRole("dialog", { name: "Keep this secret" }));
    expect(secret.getByLabelText("Signing secret")).toHaveValue("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    expect(await violations()).toEqual([]);
    await user.click(secret.getByRole("button", { name: "Copy secret" }));
    expect(await navigator.clipboard.readText()).toMatch(/^whsec_/);
    expect(new Set(keys).size).toBe(1);
    await user.click(secret.getByRole("button", { name: "I have kept it" }));
    expect(await own.findByText("https://example.com/in")).toBeVisible();
    expect(own.getByText("Voicemail left")).toBeVisible();
    expect(screen.queryByText(/whsec_/)).not.toBeInTheDocument();
  });

  test("when what was sent is opened, then each has its state and its tries", async () => {
    const webhook = aWebhook({ status: "DISABLED" });
    givenIntegrations({ webhooks: [webhook] });
    let oldest = (): Reply<WebhookDeliveries> => refusal(403, "FORBIDDEN");
    server.use(
      on("get", "/api/webhooks/{webhookId}/deliveries", ({ query }) =>
        query.has("cursor")
          ? oldest()
          : ok({
              items: [
                { ...aWait(), eventType: "lead.captured" },
                { ...anArrival(), eventType: "call.ended" },
              ],
              next: "older",
            }),
      ),
    );
    const { user } = open(ADDRESS);
    const own = await card("Webhooks");
    expect(await own.findByText("Switched off, because it said that it is gone")).toBeVisible();
    await user.click(own.getByRole("button", { name: `What was sent to ${webhook.url}` }));
    expect(await own.findByText("Waiting")).toBeVisible();
    expect(own.getByText("Delivered")).toBeVisible();
    expect(own.getAllByText(/^\d+ tr(y|ies)$/)).toHaveLength(1);
    await user.click(own.getByText("2 tries"));
    expect(own.getByText("Answered 500")).toBeVisible();
    expect(own.getByText("It had a problem of its own.")).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(own.getByRole("button", { name: "Load older" }));
    expect(await own.findByText("We could not load older ones.")).toBeVisible();
    oldest = () => ok({ items: [{ ...anArrival(), eventType: "call.ended", status: "FAILED" }], next: null });
    await user.click(own.getByRole("button", { name: "Load older" }));
    expect(await own.findByText("Given up")).toBeVisible();
  });

  test("when one is removed, then it asks first", async () => {
    const webhook = aWebhook();
    let webhooks = [webhook];
    givenIntegrations();
    server.use(
      on("get", "/api/webhooks", () => ok({ items: webhooks, next: null })),
      on("delete", "/api/webhooks/{webhookId}", () => {
        webhooks = [];
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    const own = await card("Webhooks");
    await user.click(await own.findByRole("button", { name: `Remove ${webhook.url}` }));
    const dialog = within(await screen.findByRole("dialog", { name: "Remove this webhook?" }));
    await user.click(dialog.getByRole("button", { name: "Cancel" }));
    expect(own.getByText(webhook.url)).toBeVisible();
    await user.click(own.getByRole("button", { name: `Remove ${webhook.url}` }));
    await user.click(await screen.findByRole("button", { name: "Remove webhook" }));
    expect(await own.findByText("No webhook yet")).toBeVisible();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
});
