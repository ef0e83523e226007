import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { empty, ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { browser } from "@/testing/browser";
import { aMe } from "@/testing/builders";
import { anArrival, aSlackConnection, aWait, card, givenIntegrations, noSlack } from "@/testing/integrations";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const ADDRESS = "/settings/integrations";

describe("given no Slack", () => {
  test("when it is to be connected, then the browser goes where Slack asks", async () => {
    givenIntegrations();
    const keys: Array<string | null> = [];
    server.use(
      on("post", "/api/notifications/slack/authorizations", ({ headers }) => {
        keys.push(headers.get("Idempotency-Key"));
        // The one journey that a page without a browser can make is within its own address.
        return ok({ authorizationUrl: `${window.location.origin}/#asked-by-slack` }, 201);
      }),
    );
    const { user } = open(ADDRESS);
    const slack = await card("Slack");
    await user.click(await slack.findByRole("button", { name: "Connect Slack" }));
    await waitFor(() => expect(window.location.hash).toBe("#asked-by-slack"));
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(slack.queryByRole("button", { name: /^What was sent/ })).not.toBeInTheDocument();
    window.location.hash = "";
  });

  test("when Slack cannot be asked, then the card says so and it can be tried again", async () => {
    givenIntegrations();
    server.use(on("post", "/api/notifications/slack/authorizations", () => refusal(503, "UNAVAILABLE")));
    const { user } = open(ADDRESS);
    const slack = await card("Slack");
    await user.click(await slack.findByRole("button", { name: "Connect Slack" }));
    expect(await slack.findByRole("alert")).toHaveTextContent("We could not do that");
    expect(slack.getByRole("button", { name: "Connect Slack" })).toBeEnabled();
    expect(await violations()).toEqual([]);
  });
});

describe("given Slack connected", () => {
  test("then its channel, workspace and state are there", async () => {
    givenIntegrations({ slack: aSlackConnection() });
    open(ADDRESS);
    const slack = await card("Slack");
    expect(await slack.findByText("Connected")).toBeVisible();
    expect(slack.getByText("#calls · Bright Dental")).toBeVisible();
    expect(slack.getByText("Set up")).toHaveTextContent("Set up Nov 2");
    expect(slack.getByText("Last told")).toHaveTextContent("Last told Nov 20");
    expect(slack.queryByRole("button", { name: /^Connect/ })).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  test("when it is disconnected, then it asks first", async () => {
    givenIntegrations();
    let connection = aSlackConnection();
    let asked = 0;
    server.use(
      on("get", "/api/notifications/slack", () => ok(connection)),
      on("delete", "/api/notifications/slack", () => {
        asked += 1;
        if (asked === 1) {
          return refusal(503, "UNAVAILABLE");
        }
        connection = noSlack;
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    const slack = await card("Slack");
    await user.click(await slack.findByRole("button", { name: "Disconnect Slack" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Disconnect Slack?" }));
    expect(asked).toBe(0);
    await user.click(dialog.getByRole("button", { name: "Disconnect Slack" }));
    expect(await dialog.findByRole("alert")).toHaveTextContent("it is as it was before");
    expect(await violations()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Disconnect Slack" }));
    expect(await slack.findByRole("button", { name: "Connect Slack" })).toBeVisible();
    expect(slack.queryByText("#calls · Bright Dental")).not.toBeInTheDocument();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(await screen.findByText("Slack is disconnected")).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
  });

  test("when somebody else disconnected it meanwhile, then that is as good", async () => {
    givenIntegrations();
    let connection = aSlackConnection();
    server.use(
      on("get", "/api/notifications/slack", () => ok(connection)),
      on("delete", "/api/notifications/slack", () => {
        connection = noSlack;
        return refusal(404, "NOT_FOUND");
      }),
    );
    const { user } = open(ADDRESS);
    const slack = await card("Slack");
    await user.click(await slack.findByRole("button", { name: "Disconnect Slack" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Disconnect Slack" }));
    expect(await slack.findByRole("button", { name: "Connect Slack" })).toBeVisible();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  test("when it has to be connected again, then the card says why and what to do", async () => {
    const error = "The channel in Slack takes no messages from us.";
    givenIntegrations({ slack: aSlackConnection({ status: "RECONNECT_NEEDED", error }) });
    open(ADDRESS);
    const slack = await card("Slack");
    expect(await slack.findByText("Has to be connected again")).toBeVisible();
    expect(slack.getByText(error)).toBeVisible();
    expect(slack.getByText(/^Connect again and choose a channel\./)).toBeVisible();
    expect(slack.getByRole("button", { name: "Connect again" })).toBeEnabled();
    expect(await violations()).toEqual([]);
  });

  test("when what was sent is opened, then each has its state and its tries", async () => {
    givenIntegrations({ slack: aSlackConnection() });
    server.use(
      on("get", "/api/notifications/slack/deliveries", ({ query }) =>
        query.has("cursor")
          ? ok({ items: [{ ...anArrival(), eventType: "LEAD_CAPTURED", status: "FAILED" }], next: null })
          : ok({
              items: [
                { ...aWait(), eventType: "VOICEMAIL_LEFT" },
                { ...anArrival(), eventType: "MESSAGE_TAKEN" },
              ],
              next: "older",
            }),
      ),
    );
    const { user } = open(ADDRESS);
    const slack = await card("Slack");
    await user.click(await slack.findByRole("button", { name: "What was sent to Slack" }));
    expect(await slack.findByText("Voicemail left")).toBeVisible();
    expect(slack.getByText("Waiting")).toBeVisible();
    expect(slack.getByText("Next try at 9:53 AM")).toBeVisible();
    expect(slack.getByText("Message taken")).toBeVisible();
    await user.click(slack.getByText("2 tries"));
    expect(slack.getByText("Answered 500")).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(slack.getByRole("button", { name: "Load older" }));
    expect(await slack.findByText("Given up")).toBeVisible();
    expect(slack.queryByRole("button", { name: "Load older" })).not.toBeInTheDocument();
  });

  test("when the device is offline, then it cannot be disconnected and says why", async () => {
    givenIntegrations({ slack: aSlackConnection() });
    open(ADDRESS);
    const button = await (await card("Slack")).findByRole("button", { name: "Disconnect Slack" });
    browser.goOffline();
    await waitFor(() => expect(button).toBeDisabled());
    expect(button).toHaveAttribute("title", expect.stringContaining("offline"));
  });
});

describe("given somebody who may only say where the organization is told", () => {
  test("then the page is theirs, with Slack alone", async () => {
    server.use(
      on("get", "/api/me", () => ok(aMe({ permissions: ["NOTIFICATIONS_MANAGE"] }))),
      on("get", "/api/notifications/slack", () => ok(noSlack)),
    );
    open(ADDRESS);
    expect(await (await card("Slack")).findByRole("button", { name: "Connect Slack" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Integrations" })).toHaveAttribute("href", ADDRESS);
    expect(screen.queryByRole("region", { name: "HubSpot" })).not.toBeInTheDocument();
    expect(screen.queryByRole("region", { name: "Webhooks" })).not.toBeInTheDocument();
  });
});
