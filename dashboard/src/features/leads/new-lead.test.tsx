import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { noAnswer, ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aLead, dana } from "@/testing/builders";
import { givenLeads, listedNames } from "@/testing/leads";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

async function openDialog(address = "/leads") {
  givenLeads(aLead({ name: "Jordan Ortiz" }));
  const opened = open(address);
  await opened.user.click(await screen.findByRole("button", { name: "New lead" }));
  await screen.findByRole("dialog", { name: "New lead" });
  return opened;
}

describe("given the dialog for a new lead", () => {
  test("when it is filled in and saved, then the lead is on top and the focus is back where it was", async () => {
    const { user } = await openDialog();
    expect(await violations()).toEqual([]);
    const bodies: unknown[] = [];
    server.use(
      on("post", "/api/leads", ({ body }) => {
        bodies.push(body);
        return ok(aLead({ name: body.name, source: "MANUAL" }), 201);
      }),
    );
    await user.type(screen.getByLabelText("Name"), "  Priya Shah ");
    await user.type(screen.getByLabelText(/^Phone/), "415 555 0199");
    await user.type(screen.getByLabelText(/^What they need/), "Braces for her son");
    await user.click(screen.getByRole("button", { name: "Add lead" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(bodies).toEqual([
      { name: "Priya Shah", phone: "+14155550199", need: "Braces for her son", assignedTo: dana.id },
    ]);
    expect(listedNames()).toEqual(["Priya Shah", "Jordan Ortiz"]);
    expect(screen.getByText("Priya Shah was added")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "New lead" })).toHaveFocus();
  });

  test("when fields are wrong, then each says so and nothing is sent", async () => {
    const { user } = await openDialog();
    await user.type(screen.getByLabelText(/^Phone/), "12");
    await user.type(screen.getByLabelText(/^Email/), "priya@");
    await user.click(screen.getByRole("button", { name: "Add lead" }));
    expect(await screen.findByLabelText("Name")).toHaveAccessibleDescription("Enter their name.");
    expect(screen.getByLabelText(/^Phone/)).toHaveAccessibleDescription(
      "Enter a full phone number, with its area code.",
    );
    expect(screen.getByLabelText(/^Email/)).toHaveAccessibleDescription(/^Enter an email address/);
    expect(screen.getByLabelText("Name")).toHaveFocus();
    expect(await violations()).toEqual([]);
  });

  test("when the server names a field, then the field says what the server said", async () => {
    const { user } = await openDialog();
    server.use(
      on("post", "/api/leads", () =>
        refusal(400, "INVALID", { errors: [{ field: "company", message: "Use fewer words." }] }),
      ),
    );
    await user.type(screen.getByLabelText("Name"), "Priya Shah");
    await user.click(screen.getByRole("button", { name: "Add lead" }));
    expect(await screen.findByText("Use fewer words.")).toBeVisible();
    expect(screen.getByLabelText(/^Company/)).toBeInvalid();
  });

  test("when the first try is lost and repeated, then both carry one key, and a changed lead another", async () => {
    const { user } = await openDialog();
    const keys: (string | null)[] = [];
    server.use(
      on("post", "/api/leads", ({ headers }) => {
        keys.push(headers.get("Idempotency-Key"));
        return noAnswer();
      }),
    );
    await user.type(screen.getByLabelText("Name"), "Priya Shah");
    await user.click(screen.getByRole("button", { name: "Add lead" }));
    expect(await screen.findByText(/Nothing you typed is lost; check your connection/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Add lead" }));
    await waitFor(() => expect(keys).toHaveLength(2));
    await user.type(screen.getByLabelText("Name"), "a");
    await user.click(screen.getByRole("button", { name: "Add lead" }));
    await waitFor(() => expect(keys).toHaveLength(3));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  test("when the filters hide the new lead, then a note says so and shows the way to it", async () => {
    const { user, address } = await openDialog("/leads?stage=WON");
    server.use(on("post", "/api/leads", ({ body }) => ok(aLead({ name: body.name }), 201)));
    await user.type(screen.getByLabelText("Name"), "Priya Shah");
    await user.click(screen.getByRole("button", { name: "Add lead" }));
    expect(await screen.findByText("Priya Shah was added. Your filters hide it.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Show all leads" }));
    await waitFor(() => expect(address()).toBe("/leads"));
  });
});
