import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { noAnswer, ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aLead, aMe, anId, aSession } from "@/testing/builders";
import { givenLeads } from "@/testing/leads";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const harbor = { ...aMe().organization, id: anId(), name: "Harbor Law" };

function givenTwoOrganizations() {
  server.use(
    on("get", "/api/me", () => ok(aMe({ organizations: 2 }))),
    on("get", "/api/me/organizations", () =>
      ok({
        items: [
          { id: aMe().organization.id, name: "Bright Dental", role: "OWNER", current: true },
          { id: harbor.id, name: "Harbor Law", role: "MANAGER", current: false },
        ],
        next: null,
      }),
    ),
  );
}

describe("given somebody of two organizations", () => {
  test("when they switch, then the other one opens and nothing of the first is left", async () => {
    givenTwoOrganizations();
    givenLeads(aLead({ name: "Maria Lopez" }));
    const chosen: string[] = [];
    server.use(
      on("post", "/api/auth/switch", ({ body }) => {
        chosen.push(body.organizationId);
        givenLeads();
        server.use(on("get", "/api/me", () => ok(aMe({ organization: harbor, organizations: 2 }))));
        return ok(aSession());
      }),
    );
    const { user, address } = open("/leads");
    expect(await screen.findByText("Maria Lopez")).toBeVisible();
    await user.click(
      await screen.findByRole("button", { name: "Organization Bright Dental: switch to another" }),
    );
    const other = await screen.findByRole("menuitemradio", { name: /Harbor Law/ });
    expect(screen.getByRole("menuitemradio", { name: /Bright Dental/ })).toBeChecked();
    expect(await violations()).toEqual([]);
    await user.click(other);
    expect(
      await screen.findByRole("button", { name: "Organization Harbor Law: switch to another" }),
    ).toBeVisible();
    expect(screen.queryByText("Maria Lopez")).not.toBeInTheDocument();
    await waitFor(() => expect(address()).toBe("/"));
    expect(chosen).toEqual([harbor.id]);
  });

  test("when switching fails, then they are told and stay", async () => {
    givenTwoOrganizations();
    server.use(on("post", "/api/auth/switch", noAnswer));
    const { user } = open("/leads");
    await user.click(
      await screen.findByRole("button", { name: "Organization Bright Dental: switch to another" }),
    );
    await user.click(await screen.findByRole("menuitemradio", { name: /Harbor Law/ }));
    expect(await screen.findByText(/We could not reach HEKAX Phone/)).toBeVisible();
    expect(screen.getByRole("heading", { level: 1, name: "Leads" })).toBeVisible();
  });

  test("when the list cannot be had, then it can be asked for again in place", async () => {
    givenTwoOrganizations();
    server.use(on("get", "/api/me/organizations", () => refusal(403, "FORBIDDEN")));
    const { user } = open("/leads");
    await user.click(
      await screen.findByRole("button", { name: "Organization Bright Dental: switch to another" }),
    );
    const again = await screen.findByRole("menuitem", { name: "We could not load them. Try again" });
    givenTwoOrganizations();
    await user.click(again);
    expect(await screen.findByRole("menuitemradio", { name: /Harbor Law/ })).toBeVisible();
  });
});

describe("given an organization that asks for two-step sign-in", () => {
  test("when somebody has none, then every address is the page that sets it up, until it is", async () => {
    server.use(
      on("get", "/api/me", () => ok(aMe({ restricted: true, permissions: [] }))),
      on("post", "/api/me/two-step", () =>
        ok({ secret: "JBSWY3DPEHPK3PXP", uri: "otpauth://totp/HEKAX:dana?secret=JBSWY3DPEHPK3PXP" }, 201),
      ),
      on("post", "/api/me/two-step/confirm", () => {
        server.use(on("get", "/api/me", () => ok(aMe({ twoStep: true }))));
        return ok({ recoveryCodes: ["k7f2-9qpd"] }, 201);
      }),
    );
    const { user } = open("/leads");
    expect(await screen.findByRole("heading", { level: 1, name: "Set up two-step sign-in" })).toBeVisible();
    expect(screen.getByText(/^Bright Dental asks everybody/)).toBeVisible();
    expect(screen.queryByRole("navigation", { name: "Pages" })).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.type(screen.getByLabelText("Your password"), "a long password{Enter}");
    await user.type(await screen.findByLabelText("Code from the app"), "123456{Enter}");
    expect(await screen.findByText("k7f2-9qpd")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "I have kept them" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Leads" })).toBeVisible();
  });

  test("then the way out is there", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ restricted: true, permissions: [] }))));
    const { user } = open("/");
    await user.click(await screen.findByRole("button", { name: "Account of Dana Whitfield" }));
    expect(screen.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
    expect(screen.queryByRole("menuitem", { name: "Profile" })).not.toBeInTheDocument();
  });
});

describe("given the settings", () => {
  test("then there is one list of what this person may see, with what each is for", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ permissions: ["TEAM_READ"] }))));
    const { user } = open("/settings");
    expect(await screen.findByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    const pages = screen.getByRole("navigation", { name: "Settings pages" });
    expect([...pages.querySelectorAll("a")].map((link) => link.textContent)).toEqual([
      "Profile",
      "Security",
      "Notifications",
      "Team",
    ]);
    expect(screen.getByText("Who is here, what they may do, and who is invited.")).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(screen.getAllByRole("link", { name: "Profile" })[0] as HTMLElement);
    expect(await screen.findByRole("heading", { level: 1, name: "Profile" })).toHaveFocus();
  });
});
