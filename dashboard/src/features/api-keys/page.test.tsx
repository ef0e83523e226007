import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { anApiKey, givenRights } from "@/testing/accounts";
import { empty, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aMe } from "@/testing/builders";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const ADDRESS = "/settings/api-keys";

function givenKeys(...items: ReturnType<typeof anApiKey>[]) {
  server.use(on("get", "/api/organization/api-keys", () => ok({ items, next: null })));
}

describe("given keys", () => {
  test("then each says what it may, until when, and when it was used", async () => {
    givenKeys(
      anApiKey(),
      anApiKey({ name: "Old one", expiresAt: "2026-11-21T00:00:00Z", lastUsedAt: "2026-11-20T10:00:00Z" }),
      anApiKey({ name: "For good", expiresAt: null, createdBy: { ...anApiKey().createdBy, name: null } }),
    );
    open(ADDRESS);
    const items = within(await screen.findByRole("list", { name: "API keys" })).getAllByRole("listitem");
    expect(items[0]).toHaveTextContent("Reporting hxk_a1b2c3d4…");
    expect(items[0]).toHaveTextContent("See calls and what was said · See leads");
    expect(items[0]).toHaveTextContent("by Dana Whitfield");
    expect(items[0]).toHaveTextContent("Never used");
    expect(items[0]).toHaveTextContent("Good until February 17, 2027");
    expect(items[1]).toHaveTextContent("Stopped working on November 20, 2026");
    expect(items[2]).toHaveTextContent("Good until it is revoked");
    expect(await violations()).toEqual([]);
  });

  test("when one is revoked, then the effect is said first", async () => {
    const key = anApiKey();
    givenKeys(key);
    const ended: (string | undefined)[] = [];
    server.use(
      on("delete", "/api/organization/api-keys/{apiKeyId}", ({ path }) => {
        ended.push(path.apiKeyId);
        givenKeys();
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Revoke Reporting" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Revoke Reporting?" }));
    expect(await violations()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Revoke key" }));
    expect(await screen.findByText("No key yet.")).toBeVisible();
    expect(ended).toEqual([key.id]);
  });
});

describe("given a new key", () => {
  test("then it is asked for by name, rights and time, and shown once", async () => {
    givenKeys();
    const sent: { name: string; scopes: string[]; expiresAt?: string | null }[] = [];
    server.use(
      on("post", "/api/organization/api-keys", ({ body }) => {
        sent.push(body);
        givenKeys(anApiKey());
        return ok({ ...anApiKey(), key: "hxk_a1b2c3d4_secret" }, 201);
      }),
    );
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Create key" }));
    const ask = within(await screen.findByRole("dialog", { name: "Create API key" }));
    await user.click(ask.getByRole("button", { name: "Create key" }));
    expect(await ask.findByText("Enter a name.")).toBeVisible();
    expect(ask.getByText("Choose at least one.")).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.type(ask.getByLabelText("Name"), "Reporting");
    await user.click(ask.getByLabelText("See leads"));
    await user.click(ask.getByLabelText("See calls and what was said"));
    await user.selectOptions(ask.getByLabelText("Good for"), "30 days");
    await user.click(ask.getByRole("button", { name: "Create key" }));
    const shown = within(await screen.findByRole("dialog", { name: "Keep this key" }));
    expect(shown.getByLabelText("API key")).toHaveValue("hxk_a1b2c3d4_secret");
    expect(await violations()).toEqual([]);
    await user.click(shown.getByRole("button", { name: "Copy key" }));
    expect(await navigator.clipboard.readText()).toBe("hxk_a1b2c3d4_secret");
    await user.click(shown.getByRole("button", { name: "I have kept it" }));
    expect(screen.queryByDisplayValue("hxk_a1b2c3d4_secret")).not.toBeInTheDocument();
    expect(await screen.findByText("Reporting")).toBeVisible();
    expect(sent).toEqual([
      { name: "Reporting", scopes: ["CALLS_READ", "LEADS_READ"], expiresAt: "2026-12-22T00:00:00.000Z" },
    ]);
  });

  test("when it may not be, then the dialog says what the server said and keeps what was typed", async () => {
    givenKeys();
    server.use(
      on("post", "/api/organization/api-keys", () =>
        refusal(409, "LIMIT_REACHED", { detail: "There are 20 keys already." }),
      ),
    );
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Create key" }));
    const ask = within(await screen.findByRole("dialog"));
    await user.type(ask.getByLabelText("Name"), "Reporting");
    await user.click(ask.getByLabelText("See leads"));
    await user.click(ask.getByRole("button", { name: "Create key" }));
    expect(await ask.findByText("There are 20 keys already.")).toBeVisible();
    expect(ask.getByLabelText("Name")).toHaveValue("Reporting");
  });
});

describe("given no keys in the plan, no right or no answer", () => {
  test("when the plan has none, then the page says so and offers nothing", async () => {
    givenKeys();
    server.use(on("get", "/api/me", () => ok(aMe({ plan: { ...aMe().plan, features: [] } }))));
    open(ADDRESS);
    expect(await screen.findByText("Your plan does not include API keys.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Create key" })).not.toBeInTheDocument();
  });

  test("when somebody may not, then the page says whom to ask", async () => {
    givenRights("TEAM_READ");
    open(ADDRESS);
    expect(await screen.findByRole("heading", { name: "You do not have access to api keys" })).toBeVisible();
  });

  test("when they cannot be had or take their time, then the card says so", async () => {
    server.use(on("get", "/api/organization/api-keys", silence));
    open(ADDRESS);
    await waitFor(() =>
      expect(screen.getByText("Loading Keys").parentElement).toHaveAttribute("aria-busy", "true"),
    );
  });

  test("when they cannot be had, then they can be asked for again", async () => {
    server.use(on("get", "/api/organization/api-keys", () => refusal(403, "FORBIDDEN")));
    const { user } = open(ADDRESS);
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not load Keys");
    givenKeys(anApiKey());
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Reporting")).toBeVisible();
  });
});
