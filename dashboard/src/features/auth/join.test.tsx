import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { noAnswer, ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aMe, anId, aSession } from "@/testing/builders";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const organizationId = anId();

function givenSignedOut() {
  server.use(on("post", "/api/auth/refresh", () => refusal(401, "UNAUTHENTICATED")));
}

function givenInvitation({
  hasAccount,
  email = "dana@brightdental.example",
}: {
  hasAccount: boolean;
  email?: string;
}) {
  server.use(
    on("post", "/api/auth/invitations/look-up", ({ body }) =>
      body.code === "c0de"
        ? ok({
            organizationName: "Harbor Law",
            inviterName: "Ines Duarte",
            email,
            role: "MANAGER",
            hasAccount,
          })
        : refusal(410, "LINK_INVALID"),
    ),
  );
}

/** A server that takes the invitation and then switches; gives what was done, in order. */
function givenJoining() {
  const done: unknown[] = [];
  server.use(
    on("post", "/api/me/invitations/accept", ({ body }) => {
      done.push(body);
      return ok({ organizationId });
    }),
    on("post", "/api/auth/switch", ({ body }) => {
      done.push(body);
      return ok(aSession());
    }),
  );
  return done;
}

describe("given an invitation for a new person", () => {
  test("then it says who invites where, and a name and a password are enough", async () => {
    givenSignedOut();
    givenInvitation({ hasAccount: false });
    const sent: unknown[] = [];
    server.use(
      on("post", "/api/auth/invitations/accept", ({ body }) => {
        sent.push(body);
        return ok(aSession(), 201);
      }),
    );
    const { user, address } = open("/join#c0de");
    expect(await screen.findByRole("heading", { level: 1, name: "Join Harbor Law" })).toBeVisible();
    expect(screen.getByText("Ines Duarte invites you as a manager.")).toBeVisible();
    expect(await violations()).toEqual([]);
    await waitFor(() => expect(address()).toBe("/join"));
    await user.type(screen.getByLabelText("Your name"), "Dana Whitfield");
    await user.type(screen.getByLabelText("Password"), "a sentence of some length{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: /^Good / })).toBeVisible();
    expect(sent).toEqual([{ code: "c0de", name: "Dana Whitfield", password: "a sentence of some length" }]);
  });
});

describe("given an invitation for somebody with an account", () => {
  test("when they are signed out, then they sign in here and join", async () => {
    givenSignedOut();
    givenInvitation({ hasAccount: true });
    const done = givenJoining();
    server.use(on("post", "/api/auth/login", () => ok(aSession())));
    const { user } = open("/join#c0de");
    await user.type(await screen.findByLabelText("Password"), "a long password{Enter}");
    await user.click(await screen.findByRole("button", { name: "Join" }));
    expect(await screen.findByRole("heading", { level: 1, name: /^Good / })).toBeVisible();
    expect(done).toEqual([{ code: "c0de" }, { organizationId }]);
  });

  test("when they are signed in, then one press joins and the other organization opens", async () => {
    givenInvitation({ hasAccount: true });
    const done = givenJoining();
    const { user } = open("/join#c0de");
    const button = await screen.findByRole("button", { name: "Join" });
    expect(screen.getByText("You are signed in as dana@brightdental.example.")).toBeVisible();
    expect(await violations()).toEqual([]);
    server.use(
      on("get", "/api/me", () =>
        ok(aMe({ organization: { ...aMe().organization, id: organizationId, name: "Harbor Law" } })),
      ),
    );
    await user.click(button);
    expect(await screen.findByText("Harbor Law")).toBeVisible();
    expect(done).toHaveLength(2);
  });

  test("when somebody else is signed in, then nothing can be taken by mistake", async () => {
    givenInvitation({ hasAccount: true, email: "sam@brightdental.example" });
    open("/join#c0de");
    expect(await screen.findByText(/^This invitation is for sam@brightdental\.example/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Join" })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Sign out" })).toBeVisible();
  });
});

describe("given a link that does not work", () => {
  test("when the invitation was withdrawn, then the page says whom to ask", async () => {
    givenSignedOut();
    givenInvitation({ hasAccount: false });
    open("/join#other");
    expect(await screen.findByText(/^Ask whoever invited you/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("when the server cannot be reached, then it can be tried again", async () => {
    givenSignedOut();
    server.use(on("post", "/api/auth/invitations/look-up", noAnswer));
    const { user } = open("/join#c0de");
    const again = await screen.findByRole("button", { name: "Try again" });
    givenInvitation({ hasAccount: false });
    await user.click(again);
    expect(await screen.findByRole("heading", { name: "Join Harbor Law" })).toBeVisible();
  });
});
