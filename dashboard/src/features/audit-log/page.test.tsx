import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, test, vi } from "vitest";
import { anEntry, danaInTeam, givenRights, samInTeam } from "@/testing/accounts";
import { ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const ADDRESS = "/settings/audit-log";
const list = () => screen.findByRole("list", { name: "What was done, newest first" });

/** A server with these entries; gives what it was asked for. */
function givenLog(...items: ReturnType<typeof anEntry>[]) {
  const asked: Record<string, string>[] = [];
  server.use(
    on("get", "/api/team", () => ok({ items: [danaInTeam(), samInTeam()], next: null })),
    on("get", "/api/audit-log", ({ query }) => {
      asked.push(Object.fromEntries(query));
      return ok({ items, next: null });
    }),
  );
  return asked;
}

/** What is in a file of the page's own making. */
function textOf(file: Blob | undefined): Promise<unknown> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsText(file ?? new Blob());
  });
}

describe("given changes", () => {
  test("then each says who, what and from where, and what became of what", async () => {
    givenLog(
      anEntry(),
      anEntry({
        action: "lead.created",
        actor: { kind: "ASSISTANT", id: null, name: null },
        before: null,
        after: { stage: "NEW" },
        address: null,
      }),
      anEntry({
        action: "session.ended",
        actor: { kind: "PERSON", id: null, name: null },
        before: null,
        after: null,
      }),
    );
    const { user } = open(ADDRESS);
    const entries = within(await list()).getAllByRole("listitem");
    expect(entries[0]).toHaveTextContent("Member updated Dana Whitfield from 203.0.113.7");
    expect(entries[1]).toHaveTextContent("Lead created Receptionist");
    expect(entries[2]).toHaveTextContent("Session ended Somebody who is gone");
    await user.click(screen.getByText("Role", { selector: "summary" }));
    const table = within(screen.getAllByRole("table")[0] as HTMLElement);
    expect(table.getByRole("row", { name: "Role AGENT MANAGER" })).toBeVisible();
    expect(screen.getAllByText("Request req-7")[0]).toBeVisible();
    expect(document.title).toBe("Audit log · HEKAX Phone");
    expect(await violations()).toEqual([]);
  });

  test("when filters are chosen, then they are in the address and days are those of the business", async () => {
    const asked = givenLog(anEntry());
    const { user, address } = open(`${ADDRESS}?from=2026-11-20&to=2026-11-20&actor=nobody&action=Bad`);
    await list();
    expect(asked.at(-1)).toEqual({ from: "2026-11-20T06:00:00.000Z", to: "2026-11-21T06:00:00.000Z" });
    await user.selectOptions(screen.getByLabelText("Who"), "Sam Okafor");
    await user.selectOptions(screen.getByLabelText("What"), "Member removed");
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({ actor: samInTeam().userId, action: "member.removed" }),
    );
    expect(address()).toContain("action=member.removed");
    await user.click(screen.getByRole("button", { name: "Clear filters" }));
    await waitFor(() => expect(asked.at(-1)).toEqual({}));
    expect(screen.getByLabelText("From")).toHaveValue("");
  });

  test("when one entry is followed, then everything about that one thing is shown", async () => {
    const entry = anEntry();
    const asked = givenLog(entry);
    const { user } = open(ADDRESS);
    await list();
    await user.click(screen.getByText("Role", { selector: "summary" }));
    await user.click(screen.getByRole("link", { name: "Everything about this one" }));
    await waitFor(() => expect(asked.at(-1)).toEqual({ target: entry.target.id }));
    await user.click(await screen.findByRole("button", { name: "About one thing only" }));
    await waitFor(() => expect(asked.at(-1)).toEqual({}));
  });

  test("when there are more, then older ones come at a press", async () => {
    server.use(
      on("get", "/api/team", () => ok({ items: [], next: null })),
      on("get", "/api/audit-log", ({ query }) =>
        query.get("cursor") === "more"
          ? ok({ items: [anEntry({ action: "webhook.created" })], next: null })
          : ok({ items: [anEntry()], next: "more" }),
      ),
    );
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Load older" }));
    expect(await within(await list()).findByText("Webhook created")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Load older" })).not.toBeInTheDocument();
  });

  test("when it is exported, then all parts are in one file, with the filters of the page", async () => {
    givenLog(anEntry());
    const asked: string[] = [];
    server.use(
      http.get("/api/audit-log/export", ({ request }) => {
        const { search, searchParams } = new URL(request.url);
        asked.push(search);
        const headers = { "Content-Type": "text/csv" };
        return searchParams.get("cursor") === "two"
          ? new HttpResponse("at,action\n2,b\n", { headers })
          : new HttpResponse("at,action\n1,a\n", {
              headers: { ...headers, Link: '</api/audit-log/export?cursor=two>; rel="next"' },
            });
      }),
    );
    const files: Blob[] = [];
    const names: string[] = [];
    URL.createObjectURL = (file) => {
      files.push(file as Blob);
      return "blob:here";
    };
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const { user } = open(`${ADDRESS}?action=member.updated`);
    await user.click(await screen.findByRole("button", { name: "Export as CSV" }));
    await waitFor(() => expect(names).toEqual(["audit-log.csv"]));
    expect(await textOf(files[0])).toBe("at,action\n1,a\n2,b\n");
    expect(asked).toEqual(["?action=member.updated", "?action=member.updated&cursor=two"]);
  });

  test("when the export fails, then the page says so", async () => {
    givenLog(anEntry());
    server.use(http.get("/api/audit-log/export", () => new HttpResponse(null, { status: 503 })));
    const { user } = open(ADDRESS);
    await user.click(await screen.findByRole("button", { name: "Export as CSV" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not export it.");
  });
});

describe("given no entries, no right or no answer", () => {
  test("when nothing was changed, then it says what will be here; under filters, that they hide all", async () => {
    givenLog();
    open(ADDRESS);
    expect(await screen.findByRole("heading", { name: "Nothing was changed yet" })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("when filters hide all, then they can be cleared", async () => {
    givenLog();
    open(`${ADDRESS}?action=member.updated`);
    expect(await screen.findByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
  });

  test("when it cannot be had, then it can be asked for again", async () => {
    server.use(
      on("get", "/api/team", () => ok({ items: [], next: null })),
      on("get", "/api/audit-log", () => refusal(400, "INVALID_REQUEST")),
    );
    const { user } = open(ADDRESS);
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not load the audit log");
    givenLog(anEntry());
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await list()).toBeVisible();
  });

  test("when it takes its time, then its place is kept", async () => {
    givenLog();
    server.use(on("get", "/api/audit-log", silence));
    open(ADDRESS);
    expect((await screen.findByText("Loading the audit log")).parentElement).toHaveAttribute(
      "aria-busy",
      "true",
    );
  });

  test("when somebody may not read it, then the page says whom to ask", async () => {
    givenRights("CALLS_READ");
    open(ADDRESS);
    expect(await screen.findByRole("heading", { name: "You do not have access to audit log" })).toBeVisible();
  });
});
