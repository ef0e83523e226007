import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { aDevice } from "@/testing/accounts";
import { empty, noAnswer, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { card } from "@/testing/integrations";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const ADDRESS = "/settings/security";
const here = aDevice({ device: "Firefox on Linux", current: true });
const recoveryCodes = ["k7f2-9qpd", "m3xw-8rta"];

function givenSecurity({ enabled = false, recoveryCodesLeft = 0, devices = [here] } = {}) {
  server.use(
    on("get", "/api/me/two-step", () =>
      ok({ enabled, since: enabled ? "2026-11-20T10:00:00Z" : null, recoveryCodesLeft }),
    ),
    on("get", "/api/me/sessions", () => ok({ items: devices, next: null })),
  );
}

describe("given no two-step sign-in", () => {
  test("then it can be set up: password, picture, code, and the recovery codes once", async () => {
    givenSecurity();
    const secret = "JBSWY3DPEHPK3PXP";
    server.use(
      on("post", "/api/me/two-step", ({ body }) =>
        body.password === "a long password"
          ? ok({ secret, uri: `otpauth://totp/HEKAX:dana?secret=${secret}` }, 201)
          : refusal(400, "INVALID_REQUEST", {
              errors: [{ field: "password", message: "This is not your password." }],
            }),
      ),
      on("post", "/api/me/two-step/confirm", ({ body }) =>
        body.code === "123456"
          ? ok({ recoveryCodes }, 201)
          : refusal(400, "INVALID_REQUEST", { errors: [{ field: "code", message: "Not this one." }] }),
      ),
    );
    const { user } = open(ADDRESS);
    const twoStep = await card("Two-step sign-in");
    await user.click(await twoStep.findByRole("button", { name: "Set up two-step sign-in" }));
    await user.type(twoStep.getByLabelText("Your password"), "wrong{Enter}");
    expect(await twoStep.findByText("This is not your password.")).toBeVisible();
    await user.clear(twoStep.getByLabelText("Your password"));
    await user.type(twoStep.getByLabelText("Your password"), "a long password{Enter}");
    expect(await twoStep.findByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
    expect(twoStep.getByText("JBSW Y3DP EHPK 3PXP")).toBeVisible();
    expect(await violations()).toEqual([]);
    const code = twoStep.getByLabelText("Code from the app");
    await user.type(code, "000000{Enter}");
    expect(await twoStep.findByText("Not this one.")).toBeVisible();
    await user.clear(code);
    await user.type(code, "123 456{Enter}");
    expect(await twoStep.findByRole("heading", { name: "Keep your recovery codes" })).toHaveFocus();
    expect(
      within(twoStep.getByRole("list", { name: "Recovery codes" })).getAllByRole("listitem"),
    ).toHaveLength(2);
    expect(await violations()).toEqual([]);
    await user.click(twoStep.getByRole("button", { name: "Copy codes" }));
    expect(await navigator.clipboard.readText()).toBe(recoveryCodes.join("\n"));
    expect(await twoStep.findByText("Copied")).toBeVisible();
    givenSecurity({ enabled: true, recoveryCodesLeft: 2 });
    await user.click(twoStep.getByRole("button", { name: "I have kept them" }));
    expect(await twoStep.findByText("On")).toBeVisible();
    expect(screen.queryByText("k7f2-9qpd")).not.toBeInTheDocument();
  });
});

describe("given two-step sign-in", () => {
  test("when new recovery codes are made, then both steps are asked for and nothing else is on the paper", async () => {
    givenSecurity({ enabled: true, recoveryCodesLeft: 1 });
    const sent: unknown[] = [];
    server.use(
      on("post", "/api/me/two-step/recovery-codes", ({ body }) => {
        sent.push(body);
        return ok({ recoveryCodes }, 201);
      }),
    );
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    const { user } = open(ADDRESS);
    expect(await screen.findByText("1 recovery code is left.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Make new recovery codes" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Make new recovery codes?" }));
    expect(await violations()).toEqual([]);
    await user.type(dialog.getByLabelText("Your password"), "a long password");
    await user.type(dialog.getByLabelText(/^Code from the app/), "123456{Enter}");
    expect(await screen.findByText("k7f2-9qpd")).toBeVisible();
    expect(screen.queryByRole("region", { name: "Where you are signed in" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Print codes" }));
    expect(print).toHaveBeenCalledOnce();
    expect(sent).toEqual([{ password: "a long password", code: "123456" }]);
  });

  test("when it is turned off, then both steps are asked for, and a wrong one changes nothing", async () => {
    givenSecurity({ enabled: true, recoveryCodesLeft: 8 });
    server.use(
      on("post", "/api/me/two-step/disable", ({ body }) => {
        if (body.code !== "123456") {
          return refusal(400, "INVALID_REQUEST", { errors: [{ field: "code", message: "Not this one." }] });
        }
        givenSecurity();
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Turn off" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Turn two-step sign-in off?" }));
    await user.type(dialog.getByLabelText("Your password"), "a long password");
    await user.type(dialog.getByLabelText(/^Code from the app/), "000000{Enter}");
    expect(await dialog.findByText("Not this one.")).toBeVisible();
    await user.clear(dialog.getByLabelText(/^Code from the app/));
    await user.type(dialog.getByLabelText(/^Code from the app/), "123456{Enter}");
    expect(await screen.findByRole("button", { name: "Set up two-step sign-in" })).toBeVisible();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
});

describe("given several devices", () => {
  test("when one is not known, then it is signed out by itself", async () => {
    const other = aDevice();
    givenSecurity({ devices: [here, other] });
    const ended: (string | undefined)[] = [];
    server.use(
      on("delete", "/api/me/sessions/{sessionId}", ({ path }) => {
        ended.push(path.sessionId);
        givenSecurity();
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    const sessions = await card("Where you are signed in");
    expect((await sessions.findByText("Firefox on Linux")).closest("li")).toHaveTextContent("This device");
    expect(sessions.queryByRole("button", { name: "Sign out Firefox on Linux" })).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(sessions.getByRole("button", { name: "Sign out Chrome on Windows" }));
    await waitFor(() => expect(sessions.queryByText("Chrome on Windows")).not.toBeInTheDocument());
    expect(ended).toEqual([other.id]);
  });

  test("when all are signed out, then this one is as well", async () => {
    givenSecurity();
    server.use(on("delete", "/api/me/sessions", empty));
    const { user } = open(ADDRESS);
    const sessions = await card("Where you are signed in");
    await user.click(sessions.getByRole("button", { name: "Sign out everywhere" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Sign out everywhere?" }));
    await user.click(dialog.getByRole("button", { name: "Sign out everywhere" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  });

  test("when that does not work, then the dialog says so and nobody is signed out", async () => {
    givenSecurity();
    server.use(on("delete", "/api/me/sessions", noAnswer));
    const { user } = open(ADDRESS);
    const sessions = await card("Where you are signed in");
    await user.click(sessions.getByRole("button", { name: "Sign out everywhere" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Sign out everywhere" }));
    expect(await dialog.findByRole("alert")).toHaveTextContent(/could not reach HEKAX Phone/);
  });
});

describe("given answers that fail or take their time", () => {
  test("then each card says so by itself", async () => {
    server.use(
      on("get", "/api/me/two-step", () => refusal(403, "FORBIDDEN")),
      on("get", "/api/me/sessions", silence),
    );
    const { user } = open(ADDRESS);
    const twoStep = await card("Two-step sign-in");
    expect(await twoStep.findByRole("alert")).toHaveTextContent("We could not load Two-step sign-in");
    expect(screen.getByText("Loading Where you are signed in").parentElement).toHaveAttribute(
      "aria-busy",
      "true",
    );
    expect(await violations()).toEqual([]);
    givenSecurity();
    await user.click(twoStep.getByRole("button", { name: "Try again" }));
    expect(await twoStep.findByText("Off")).toBeVisible();
  });
});
