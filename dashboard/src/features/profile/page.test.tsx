import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { givenRights } from "@/testing/accounts";
import { accepted, empty, ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { browser } from "@/testing/browser";
import { aMe, dana } from "@/testing/builders";
import { card } from "@/testing/integrations";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const ADDRESS = "/settings/profile";

describe("given anybody who is signed in", () => {
  test("when they come by the account menu, then their name is there and can be another", async () => {
    givenRights("CALLS_READ");
    const names: string[] = [];
    server.use(
      on("patch", "/api/me", ({ body }) => {
        names.push(body.name);
        server.use(on("get", "/api/me", () => ok(aMe({ user: { ...dana, name: body.name } }))));
        return empty();
      }),
    );
    const { user, address } = open("/calls");
    await user.click(await screen.findByRole("button", { name: "Account of Dana Whitfield" }));
    await user.click(screen.getByRole("menuitem", { name: "Profile" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Profile" })).toHaveFocus();
    expect(address()).toBe(ADDRESS);
    expect(await violations()).toEqual([]);
    const name = screen.getByLabelText("Name");
    expect(name).toHaveValue("Dana Whitfield");
    await user.clear(name);
    await user.type(name, "Dana W. Whitfield{Enter}");
    expect(await screen.findByText("Saved")).toBeVisible();
    expect(screen.getByRole("button", { name: "Account of Dana W. Whitfield" })).toBeVisible();
    expect(names).toEqual(["Dana W. Whitfield"]);
  });

  test("when the name is empty, then it is not sent", async () => {
    const { user } = open(ADDRESS);
    await user.clear(await screen.findByLabelText("Name"));
    await user.click(screen.getByRole("button", { name: "Save name" }));
    expect(await screen.findByText("Enter your name.")).toBeVisible();
  });

  test("when they change the password, then the others are signed out and the fields are empty", async () => {
    const sent: unknown[] = [];
    server.use(
      on("put", "/api/me/password", ({ body }) => {
        sent.push(body);
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    await user.type(await screen.findByLabelText("Current password"), "a long password");
    await user.type(screen.getByLabelText("New password"), "another long sentence{Enter}");
    expect(await screen.findByText(/^Your password is changed/)).toBeVisible();
    expect(screen.getByLabelText("New password")).toHaveValue("");
    expect(sent).toEqual([{ currentPassword: "a long password", newPassword: "another long sentence" }]);
    expect(await violations()).toEqual([]);
  });

  test("when the current password is wrong, then the field says so", async () => {
    server.use(
      on("put", "/api/me/password", () =>
        refusal(400, "INVALID_REQUEST", {
          errors: [{ field: "currentPassword", message: "This is not your password." }],
        }),
      ),
    );
    const { user } = open(ADDRESS);
    await user.type(await screen.findByLabelText("Current password"), "a wrong password");
    await user.type(screen.getByLabelText("New password"), "another long sentence{Enter}");
    expect(await screen.findByText("This is not your password.")).toBeVisible();
    expect(screen.getByLabelText("New password")).toHaveValue("another long sentence");
  });

  test("when they change the email, then the page says that the mail decides", async () => {
    server.use(on("post", "/api/me/email-changes", accepted));
    const { user } = open(ADDRESS);
    const email = await card("Email");
    await user.type(email.getByLabelText("New email"), "dana@harborlaw.example");
    await user.type(email.getByLabelText("Your password"), "a long password{Enter}");
    expect(await email.findByText(/^Look into the mail of dana@harborlaw\.example/)).toBeVisible();
  });

  test("when there were too many tries, then the card says until when to wait", async () => {
    server.use(
      on("post", "/api/me/email-changes", () =>
        refusal(429, "TOO_MANY_REQUESTS", { retryAfterSeconds: 600 }),
      ),
    );
    const { user } = open(ADDRESS);
    const email = await card("Email");
    await user.type(email.getByLabelText("New email"), "dana@harborlaw.example");
    await user.type(email.getByLabelText("Your password"), "a long password{Enter}");
    expect(await email.findByText(/You can try again at \d/)).toBeVisible();
    expect(email.getByLabelText("New email")).toHaveValue("dana@harborlaw.example");
  });

  test("when the device is offline, then nothing can be sent and it says why", async () => {
    open(ADDRESS);
    const button = await screen.findByRole("button", { name: "Save name" });
    browser.goOffline();
    await waitFor(() => expect(screen.getByRole("button", { name: "Save name" })).toBeDisabled());
    expect(button).toHaveAttribute("title", expect.stringContaining("offline"));
  });
});
