import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Answer } from "@/lib/api-paths";
import { givenRights } from "@/testing/accounts";
import { empty, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aClosing, aMe } from "@/testing/builders";
import { card } from "@/testing/integrations";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

type Organization = Answer<"get", "/api/organization">;

const ADDRESS = "/settings/organization";

function anOrganization(change: Partial<Organization> = {}): Organization {
  return {
    ...aMe().organization,
    branding: { color: null },
    requireTwoStep: false,
    version: 4,
    ...change,
  };
}

/** A server that keeps what is saved on its newest version; gives what it was asked to save. */
function givenOrganization(first = anOrganization()) {
  const asked: unknown[] = [];
  let kept = first;
  server.use(
    on("get", "/api/organization", () => ok(kept)),
    on("patch", "/api/organization", ({ body: { version, branding, ...rest } }) => {
      asked.push({ version, branding, ...rest });
      if (version !== kept.version) {
        return refusal(409, "CONFLICT");
      }
      kept = {
        ...kept,
        ...rest,
        branding: { color: branding?.color ?? null },
        version: version + 1,
      };
      return ok(kept);
    }),
  );
  const change = (by: Partial<Organization>) => {
    kept = { ...kept, ...by, version: kept.version + 1 };
  };
  return { asked, change };
}

describe("given the business", () => {
  test("when it is changed, then it is saved on top of what was seen", async () => {
    const { asked } = givenOrganization();
    const { user } = open(ADDRESS);
    const business = await card("The business");
    const name = await business.findByLabelText("Business name");
    expect(name).toHaveValue("Bright Dental");
    expect(await violations()).toEqual([]);
    await user.clear(name);
    await user.type(name, "Bright Dental Care");
    fireEvent.change(business.getByLabelText("Time zone"), { target: { value: "America/Denver" } });
    await user.click(business.getByLabelText("Use a colour of our own"));
    fireEvent.change(business.getByLabelText("Brand colour"), { target: { value: "#aa3300" } });
    await user.click(business.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(asked).toEqual([
        {
          version: 4,
          name: "Bright Dental Care",
          timeZone: "America/Denver",
          country: "US",
          branding: { color: "#aa3300" },
        },
      ]),
    );
    expect(await screen.findByText("Saved")).toBeInTheDocument();
  });

  test("when somebody was faster, then it says so, keeps what was typed, and saves on top the next time", async () => {
    const { asked, change } = givenOrganization();
    const { user } = open(ADDRESS);
    const business = await card("The business");
    await user.type(await business.findByLabelText("Business name"), " Care");
    change({ country: "CA" });
    await user.click(business.getByRole("button", { name: "Save" }));
    expect(await business.findByText(/^Somebody changed this meanwhile/)).toBeVisible();
    expect(business.getByLabelText("Business name")).toHaveValue("Bright Dental Care");
    await user.click(business.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ version: 5, name: "Bright Dental Care" }));
  });

  test("when the name is empty, then it is not sent", async () => {
    const { asked } = givenOrganization();
    const { user } = open(ADDRESS);
    await user.clear(await screen.findByLabelText("Business name"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/^Enter the name callers know/)).toBeVisible();
    expect(asked).toEqual([]);
  });
});

describe("given how people sign in", () => {
  test("when oneself has a second step, then everybody can be asked for one", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ twoStep: true }))));
    const { asked } = givenOrganization();
    const { user } = open(ADDRESS);
    const box = await screen.findByLabelText("Everybody needs two-step sign-in");
    await user.click(box);
    await waitFor(() => expect(box).toBeChecked());
    expect(asked).toEqual([{ version: 4, requireTwoStep: true }]);
  });

  test("when oneself has none, then that comes first", async () => {
    givenOrganization();
    open(ADDRESS);
    const box = await screen.findByLabelText("Everybody needs two-step sign-in");
    expect(box).toBeDisabled();
    expect(box).toHaveAccessibleDescription(/^Set it up for yourself first/);
    expect(screen.getByRole("link", { name: /^Set it up for yourself first/ })).toHaveAttribute(
      "href",
      "/settings/security",
    );
  });
});

describe("given an owner who wants to close it", () => {
  test("then what ends is said first, and neither a slip nor another hand can do it", async () => {
    givenOrganization();
    const sent: unknown[] = [];
    server.use(
      on("post", "/api/organization/closing", ({ body }) => {
        sent.push(body);
        const closing = { requestedAt: "2026-11-22T10:03:03Z", erasesAt: "2026-12-22T10:03:03Z" };
        server.use(on("get", "/api/organization/closing", () => ok({ ...aClosing(), closing })));
        return empty();
      }),
      on("delete", "/api/organization/closing", () => {
        server.use(on("get", "/api/organization/closing", () => ok(aClosing())));
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    const closing = await card("Close this organization");
    expect(await closing.findByText("3 people lose access")).toBeVisible();
    expect(closing.getByText("340 calls with what was said")).toBeVisible();
    await user.click(closing.getByRole("button", { name: "Close organization" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Close Bright Dental?" }));
    expect(await violations()).toEqual([]);
    await user.type(dialog.getByLabelText("Type Bright Dental to confirm"), "bright");
    await user.type(dialog.getByLabelText("Your password"), "a long password{Enter}");
    expect(await dialog.findByText("This is not the name of the organization.")).toBeVisible();
    expect(sent).toEqual([]);
    await user.clear(dialog.getByLabelText("Type Bright Dental to confirm"));
    await user.type(dialog.getByLabelText("Type Bright Dental to confirm"), "Bright Dental{Enter}");
    const banner = await screen.findByText(
      "Bright Dental is closing. Everything is erased on December 22, 2026.",
    );
    expect(banner).toBeVisible();
    expect(sent).toEqual([{ name: "Bright Dental", password: "a long password" }]);
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Keep the organization" }));
    await waitFor(() => expect(banner).not.toBeInTheDocument());
    expect(await closing.findByRole("button", { name: "Close organization" })).toBeVisible();
  });

  test("when somebody is no owner, then closing is not offered", async () => {
    givenRights("ORGANIZATION_MANAGE");
    givenOrganization();
    open(ADDRESS);
    await screen.findByLabelText("Business name");
    expect(screen.queryByRole("region", { name: "Close this organization" })).not.toBeInTheDocument();
  });
});

describe("given no right or no answer", () => {
  test("when somebody may not change it, then the page says whom to ask", async () => {
    givenRights("TEAM_READ");
    open(ADDRESS);
    expect(
      await screen.findByRole("heading", { name: "You do not have access to organization" }),
    ).toBeVisible();
  });

  test("when it takes its time or fails, then the card says so and can be asked again", async () => {
    server.use(on("get", "/api/organization", silence));
    open(ADDRESS);
    expect((await screen.findByText("Loading The business")).parentElement).toHaveAttribute(
      "aria-busy",
      "true",
    );
  });

  test("when it fails, then it can be asked for again", async () => {
    server.use(on("get", "/api/organization", () => refusal(403, "FORBIDDEN")));
    const { user } = open(ADDRESS);
    const business = await card("The business");
    expect(await business.findByRole("alert")).toHaveTextContent("We could not load The business");
    givenOrganization();
    await user.click(business.getByRole("button", { name: "Try again" }));
    expect(await business.findByLabelText("Business name")).toHaveValue("Bright Dental");
  });
});
