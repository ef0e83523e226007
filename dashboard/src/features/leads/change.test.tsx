import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import type { Body } from "@/lib/api-paths";
import { type Asked, noAnswer, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aLead, dana, sam } from "@/testing/builders";
import { givenLeads } from "@/testing/leads";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const lead = aLead({ name: "Maria Lopez", stage: "NEW", version: 3 });

async function chooseStage(user: UserEvent, stage: string) {
  await user.click(await screen.findByRole("button", { name: /^Stage of Maria Lopez/ }));
  await user.click(screen.getByRole("menuitemradio", { name: stage }));
}

describe("given a lead in the list", () => {
  test("when its stage is chosen, then it shows at once and is sent with the version it was made on", async () => {
    givenLeads(lead);
    const asked: Asked<Body<"patch", "/api/leads/{leadId}">>[] = [];
    server.use(
      on("patch", "/api/leads/{leadId}", (one) => {
        asked.push(one);
        return ok({ ...lead, stage: "WON" as const, version: 4 });
      }),
    );
    const { user } = open("/leads");
    await chooseStage(user, "Won");
    expect(await screen.findByRole("button", { name: "Stage of Maria Lopez: Won" })).toBeVisible();
    expect(await screen.findByText("Maria Lopez is now Won")).toBeInTheDocument();
    expect(asked[0]?.path).toEqual({ leadId: lead.id });
    expect(asked[0]?.body).toEqual({ version: 3, stage: "WON" });
    expect(asked[0]?.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("when the answer takes its time, then the choice shows meanwhile and cannot be made twice", async () => {
    givenLeads(lead);
    server.use(on("patch", "/api/leads/{leadId}", silence));
    const { user } = open("/leads");
    await chooseStage(user, "Won");
    const menu = await screen.findByRole("button", { name: "Stage of Maria Lopez: Won" });
    expect(menu).toBeDisabled();
    expect(menu).toHaveAttribute("aria-busy", "true");
    expect(screen.getByRole("button", { name: "Owner of Maria Lopez: Nobody" })).toBeDisabled();
    expect(await violations()).toEqual([]);
  });

  test("when it is given to me, then the server gets my id; given to nobody, none", async () => {
    givenLeads({ ...lead, assignedTo: sam });
    const bodies: unknown[] = [];
    server.use(
      on("patch", "/api/leads/{leadId}", ({ body }) => {
        bodies.push(body);
        const assignedTo = body.assignedTo ? { userId: dana.id, name: dana.name } : null;
        return ok({ ...lead, assignedTo, version: body.version + 1 });
      }),
    );
    const { user } = open("/leads");
    await user.click(await screen.findByRole("button", { name: "Owner of Maria Lopez: Sam Okafor" }));
    await user.click(screen.getByRole("menuitemradio", { name: "You" }));
    await screen.findByText("Maria Lopez now belongs to Dana Whitfield");
    await user.click(screen.getByRole("button", { name: "Owner of Maria Lopez: You" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Nobody" }));
    await screen.findByText("Maria Lopez now belongs to Nobody");
    expect(bodies).toEqual([
      { version: 3, assignedTo: dana.id },
      { version: 4, assignedTo: null },
    ]);
  });

  test.each([
    ["the network fails", noAnswer, /We could not reach HEKAX Phone/],
    ["the server fails", () => refusal(500, "INTERNAL"), /We could not save that/],
    ["it belongs to somebody else", () => refusal(403, "FORBIDDEN"), /leads that are yours or nobody's/],
    ["it was removed", () => refusal(404, "NOT_FOUND"), /This lead was removed/],
  ])("when %s, then the choice is taken back with a reason", async (_case, reply, reason) => {
    givenLeads(lead);
    server.use(on("patch", "/api/leads/{leadId}", reply));
    const { user } = open("/leads");
    await chooseStage(user, "Won");
    expect(await screen.findByRole("alert")).toHaveTextContent(reason);
    expect(screen.getByRole("button", { name: "Stage of Maria Lopez: New" })).toBeEnabled();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });
});

describe("given a lead that somebody else changed meanwhile", () => {
  const theirs = { ...lead, stage: "QUALIFIED" as const, version: 4 };

  function givenConflict() {
    givenLeads(lead);
    server.use(
      on("get", "/api/leads/{leadId}", () => ok(theirs)),
      on("patch", "/api/leads/{leadId}", ({ body }) =>
        body.version === theirs.version
          ? ok({ ...theirs, stage: body.stage ?? theirs.stage, version: 5 })
          : refusal(409, "CONFLICT"),
      ),
    );
  }

  test("then their value stands and both are offered", async () => {
    givenConflict();
    const { user } = open("/leads");
    await chooseStage(user, "Won");
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "Somebody changed Maria Lopez before you: it is now Qualified. You chose Won.",
    );
    expect(screen.getByRole("button", { name: "Stage of Maria Lopez: Qualified" })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("when mine is chosen again, then it is made on their version", async () => {
    givenConflict();
    const { user } = open("/leads");
    await chooseStage(user, "Won");
    await user.click(await screen.findByRole("button", { name: "Change to Won" }));
    expect(await screen.findByText("Maria Lopez is now Won")).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
    expect(screen.getByRole("button", { name: "Stage of Maria Lopez: Won" })).toBeVisible();
  });

  test("when theirs is kept, then nothing more is sent", async () => {
    givenConflict();
    const { user } = open("/leads");
    await chooseStage(user, "Won");
    await user.click(await screen.findByRole("button", { name: "Keep Qualified" }));
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Stage of Maria Lopez: Qualified" })).toBeVisible();
  });
});
