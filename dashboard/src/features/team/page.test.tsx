import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { anInvitation, danaInTeam, givenRights, samInTeam, type TeamMember } from "@/testing/accounts";
import { empty, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { anId } from "@/testing/builders";
import { card } from "@/testing/integrations";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const ADDRESS = "/settings/team";

function givenTeam(members: TeamMember[] = [danaInTeam(), samInTeam()], invitations = [anInvitation()]) {
  server.use(
    on("get", "/api/team", () => ok({ items: members, next: null })),
    on("get", "/api/team/invitations", () => ok({ items: invitations, next: null })),
  );
}

describe("given an owner", () => {
  test("then everybody is there with role and second step, and the open invitations beneath", async () => {
    givenTeam();
    open(ADDRESS);
    const members = await card("Members");
    expect(await members.findByText("sam@brightdental.example")).toBeVisible();
    expect(members.getByText("No two-step sign-in")).toBeVisible();
    expect(members.getByText("Not here yet")).toBeVisible();
    expect(members.getByLabelText("Role of Sam Okafor")).toHaveValue("AGENT");
    expect(members.queryByLabelText("Role of Dana Whitfield")).not.toBeInTheDocument();
    const invitations = await card("Invitations");
    expect(await invitations.findByText(/Good until November 27, 2026/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("when they give another role, then it is saved at once", async () => {
    givenTeam();
    const asked: unknown[] = [];
    server.use(
      on("patch", "/api/team/{userId}", ({ path, body }) => {
        asked.push([path.userId, body.role]);
        givenTeam([danaInTeam(), samInTeam({ role: body.role })]);
        return ok(samInTeam({ role: body.role }));
      }),
    );
    const { user } = open(ADDRESS);
    await user.selectOptions(await screen.findByLabelText("Role of Sam Okafor"), "Manager");
    expect(await screen.findByText("Sam Okafor is now manager")).toBeInTheDocument();
    expect(screen.getByLabelText("Role of Sam Okafor")).toHaveValue("MANAGER");
    expect(asked).toEqual([[samInTeam().userId, "MANAGER"]]);
  });

  test("when the role is refused, then it is as before and says why", async () => {
    givenTeam([danaInTeam(), samInTeam({ role: "OWNER" })]);
    server.use(on("patch", "/api/team/{userId}", () => refusal(409, "LAST_OWNER")));
    const { user } = open(ADDRESS);
    await user.selectOptions(await screen.findByLabelText("Role of Sam Okafor"), "Agent");
    expect(await screen.findByRole("alert")).toHaveTextContent(/^The last owner cannot go/);
    expect(screen.getByLabelText("Role of Sam Okafor")).toHaveValue("OWNER");
    expect(await violations()).toEqual([]);
  });

  test("when they remove somebody, then the effect is said first", async () => {
    givenTeam();
    server.use(
      on("delete", "/api/team/{userId}", () => {
        givenTeam([danaInTeam()]);
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Remove Sam Okafor" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Remove Sam Okafor?" }));
    expect(await violations()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Remove member" }));
    await waitFor(() => expect(screen.queryByText("sam@brightdental.example")).not.toBeInTheDocument());
  });

  test("when they leave, then they are signed out; the last owner stays", async () => {
    givenTeam();
    server.use(on("delete", "/api/team/{userId}", () => refusal(409, "LAST_OWNER")));
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Leave" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Leave Bright Dental?" }));
    await user.click(dialog.getByRole("button", { name: "Leave organization" }));
    expect(await dialog.findByRole("alert")).toHaveTextContent(/^The last owner cannot go/);
    server.use(on("delete", "/api/team/{userId}", empty));
    await user.click(dialog.getByRole("button", { name: "Leave organization" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  });

  test("when they hand over, then the password is asked for and the rights are asked for anew", async () => {
    givenTeam();
    const sent: unknown[] = [];
    server.use(
      on("post", "/api/team/ownership", ({ body }) => {
        sent.push(body);
        givenRights("TEAM_READ", "TEAM_MANAGE");
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Hand over ownership" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Hand over ownership" }));
    expect(await violations()).toEqual([]);
    await user.type(dialog.getByLabelText("Your password"), "a long password{Enter}");
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: "Hand over ownership" })).not.toBeInTheDocument(),
    );
    expect(sent).toEqual([{ userId: samInTeam().userId, password: "a long password" }]);
  });
});

describe("given invitations", () => {
  test("when many are pasted, then all are invited in one go", async () => {
    givenTeam([danaInTeam()], []);
    const sent: unknown[] = [];
    server.use(
      on("post", "/api/team/invitations", ({ body }) => {
        sent.push(body);
        const items = body.invitations.map((one) => anInvitation(one));
        givenTeam([danaInTeam()], items);
        return ok({ items, next: null }, 201);
      }),
    );
    const { user } = open(ADDRESS);
    expect(await screen.findByText("Nobody is invited at the moment.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Invite people" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Invite people" }));
    await user.click(dialog.getByLabelText("Email addresses"));
    await user.paste("Ana <ana@example.com>, ben@example.com\nben@");
    await user.click(dialog.getByRole("button", { name: "Send 2 invitations" }));
    expect(await dialog.findByText("This is no email address: ben@")).toBeVisible();
    expect(sent).toEqual([]);
    await user.type(dialog.getByLabelText("Email addresses"), "{Backspace}{Backspace}{Backspace}{Backspace}");
    await user.selectOptions(dialog.getByLabelText("Role"), "Manager");
    expect(await violations()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Send 2 invitations" }));
    expect(await screen.findByText("ben@example.com")).toBeVisible();
    expect(sent).toEqual([
      {
        invitations: [
          { email: "ana@example.com", role: "MANAGER" },
          { email: "ben@example.com", role: "MANAGER" },
        ],
      },
    ]);
  });

  test("when the plan has no more places, then the dialog says what the server said", async () => {
    givenTeam();
    server.use(
      on("post", "/api/team/invitations", () =>
        refusal(403, "PLAN_LIMIT", { detail: "Your plan has 3 members." }),
      ),
    );
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Invite people" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText("Email addresses"), "ana@example.com");
    await user.click(dialog.getByRole("button", { name: "Send invitation" }));
    expect(await dialog.findByText("Your plan has 3 members.")).toBeVisible();
    expect(dialog.getByLabelText("Email addresses")).toHaveValue("ana@example.com");
  });

  test("when one of them cannot be invited, then the dialog says which", async () => {
    givenTeam();
    server.use(
      on("post", "/api/team/invitations", () =>
        refusal(400, "INVALID_REQUEST", {
          errors: [{ field: "invitations[1].email", message: "They are a member already." }],
        }),
      ),
    );
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Invite people" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText("Email addresses"), "ana@example.com ben@example.com");
    await user.click(dialog.getByRole("button", { name: "Send 2 invitations" }));
    expect(await dialog.findByText("ben@example.com: They are a member already.")).toBeVisible();
  });

  test("when one is too old, then it can be sent again or withdrawn", async () => {
    const old = anInvitation({ expiresAt: "2026-11-21T10:00:00Z" });
    givenTeam([danaInTeam()], [old]);
    server.use(
      on("post", "/api/team/invitations/{invitationId}/resend", () => {
        givenTeam([danaInTeam()], [anInvitation()]);
        return ok(anInvitation());
      }),
      on("delete", "/api/team/invitations/{invitationId}", () => {
        givenTeam([danaInTeam()], []);
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    expect(await screen.findByText(/Too old; send it again/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Send again to ana@example.com" }));
    expect(await screen.findByText(/Good until/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Withdraw the invitation of ana@example.com" }));
    expect(await screen.findByText("Nobody is invited at the moment.")).toBeVisible();
  });
});

describe("given an admin", () => {
  test("then owners are out of reach, and nobody can be made one", async () => {
    givenRights("TEAM_READ", "TEAM_MANAGE");
    givenTeam([
      danaInTeam({ role: "ADMIN" }),
      samInTeam({ role: "OWNER" }),
      samInTeam({ userId: anId(), name: "Ben" }),
    ]);
    open(ADDRESS);
    const role = await screen.findByLabelText("Role of Ben");
    expect(within(role).queryByRole("option", { name: "Owner" })).not.toBeInTheDocument();
    expect(screen.queryByLabelText("Role of Sam Okafor")).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Remove Sam Okafor" })).not.toBeInTheDocument();
  });
});

describe("given an agent", () => {
  test("then the team is to be seen and nothing to be changed but that they leave", async () => {
    givenRights("TEAM_READ");
    givenTeam([danaInTeam({ role: "AGENT" }), samInTeam()]);
    open(ADDRESS);
    expect(await screen.findByText("sam@brightdental.example")).toBeVisible();
    expect(screen.queryByLabelText(/^Role of/)).not.toBeInTheDocument();
    expect(screen.queryByRole("region", { name: "Invitations" })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Leave" })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("when they may not even see it, then the page says whom to ask", async () => {
    givenRights("CALLS_READ");
    open(ADDRESS);
    expect(await screen.findByRole("heading", { name: "You do not have access to team" })).toBeVisible();
    expect(screen.queryByRole("link", { name: "Team" })).not.toBeInTheDocument();
  });
});

describe("given answers that fail or take their time", () => {
  test("then the other card is there all the same", async () => {
    givenTeam();
    server.use(
      on("get", "/api/team", () => refusal(403, "FORBIDDEN")),
      on("get", "/api/team/invitations", silence),
    );
    const { user } = open(ADDRESS);
    const members = await card("Members");
    expect(await members.findByRole("alert")).toHaveTextContent("We could not load Members");
    expect(screen.getByText("Loading Invitations").parentElement).toHaveAttribute("aria-busy", "true");
    expect(await violations()).toEqual([]);
    givenTeam();
    await user.click(members.getByRole("button", { name: "Try again" }));
    expect(await members.findByText("sam@brightdental.example")).toBeVisible();
  });
});
