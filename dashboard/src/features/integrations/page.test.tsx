import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { browser } from "@/testing/browser";
import { aMe } from "@/testing/builders";
import { aConnection, aSlackConnection, aWebhook, card, givenIntegrations } from "@/testing/integrations";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const ADDRESS = "/settings/integrations";

describe("given nothing connected", () => {
  test("then each card says what it does and offers to begin", async () => {
    givenIntegrations();
    open(ADDRESS);
    expect(await (await card("HubSpot")).findByRole("button", { name: "Connect HubSpot" })).toBeVisible();
    expect(await (await card("Slack")).findByRole("button", { name: "Connect Slack" })).toBeVisible();
    expect(await (await card("Webhooks")).findByText("No webhook yet")).toBeVisible();
    expect(
      screen.getByRole("link", { name: "What you get by e-mail is under Notifications" }),
    ).toHaveAttribute("href", "/settings/notifications");
    expect(document.title).toBe("Integrations · HEKAX Phone");
    expect(await violations()).toEqual([]);
  });
});

describe("given the way back from a vendor", () => {
  test("when it went well, then the page says so until it is dismissed", async () => {
    givenIntegrations({ connections: [aConnection()] });
    const { user, address } = open(`${ADDRESS}?connected=hubspot`);
    expect(await screen.findByText(/^HubSpot is connected\./)).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByText(/^HubSpot is connected\./)).not.toBeInTheDocument());
    expect(address()).toBe(ADDRESS);
  });

  test("when Slack is connected now, then the page says what comes of it", async () => {
    givenIntegrations({ slack: aSlackConnection() });
    open(`${ADDRESS}?connected=slack`);
    expect(await screen.findByText(/^Slack is connected\. New leads, messages and voicemails/)).toBeVisible();
  });

  test.each([
    ["denied", "because it was declined there"],
    ["missing_scopes", "less was allowed than is needed"],
    ["not_in_channel", "not in that private channel"],
    ["expired", "it took too long"],
    ["not_allowed", "your role or your plan"],
    ["unavailable", "there was no answer from there"],
    ["something_new", "Nothing was connected. Try again."],
  ])("when it ended as %s, then the page says what that means", async (error, said) => {
    givenIntegrations();
    open(`${ADDRESS}?error=${error}`);
    expect(await screen.findByRole("alert")).toHaveTextContent(said);
  });
});

describe("given cards that cannot be had", () => {
  test("when one fails, then it says what goes on, and the other is there", async () => {
    givenIntegrations();
    server.use(on("get", "/api/crm/connections", () => refusal(403, "FORBIDDEN")));
    const { user } = open(ADDRESS);
    const hubSpot = await card("HubSpot");
    expect(await hubSpot.findByRole("alert")).toHaveTextContent("What is connected goes on working.");
    expect(hubSpot.queryByRole("button", { name: "Connect HubSpot" })).not.toBeInTheDocument();
    expect(await (await card("Webhooks")).findByText("No webhook yet")).toBeVisible();
    expect(await violations()).toEqual([]);
    givenIntegrations();
    await user.click(hubSpot.getByRole("button", { name: "Try again" }));
    expect(await hubSpot.findByRole("button", { name: "Connect HubSpot" })).toBeVisible();
  });

  test("when answers take their time, then the cards are busy", async () => {
    server.use(
      on("get", "/api/crm/connections", silence),
      on("get", "/api/notifications/slack", silence),
      on("get", "/api/webhooks", silence),
    );
    open(ADDRESS);
    for (const title of ["HubSpot", "Slack", "Webhooks"]) {
      expect((await screen.findByText(`Loading ${title}`)).parentElement).toHaveAttribute(
        "aria-busy",
        "true",
      );
    }
    expect(await violations()).toEqual([]);
  });

  test("when the device is offline, then changes are refused with a reason", async () => {
    givenIntegrations({ webhooks: [aWebhook()] });
    open(ADDRESS);
    const own = await card("Webhooks");
    await own.findByText("https://example.com/hooks/calls");
    browser.goOffline();
    await waitFor(() => expect(own.getByRole("button", { name: "Add webhook" })).toBeDisabled());
    expect(own.getByRole("button", { name: "Add webhook" })).toHaveAttribute(
      "title",
      expect.stringContaining("offline"),
    );
  });
});

describe("given somebody with fewer rights", () => {
  test("when they may change none of it, then the page names who can, and the rail hides it", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ role: "AGENT", permissions: ["CALLS_READ"] }))));
    open(ADDRESS);
    expect(
      await screen.findByRole("heading", { name: "You do not have access to integrations" }),
    ).toBeVisible();
    expect(screen.queryByRole("link", { name: "Integrations" })).not.toBeInTheDocument();
  });

  test("when they may change one of them, then only that is there and asked for", async () => {
    server.use(
      on("get", "/api/me", () => ok(aMe({ permissions: ["WEBHOOKS_MANAGE"] }))),
      on("get", "/api/webhooks", () => ok({ items: [], next: null })),
    );
    open(ADDRESS);
    expect(await (await card("Webhooks")).findByText("No webhook yet")).toBeVisible();
    expect(screen.queryByRole("region", { name: "HubSpot" })).not.toBeInTheDocument();
    expect(screen.queryByRole("region", { name: "Slack" })).not.toBeInTheDocument();
  });
});
