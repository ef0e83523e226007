import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { empty, noAnswer, ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aLead, aMe } from "@/testing/builders";
import { givenLeads } from "@/testing/leads";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

describe("given somebody who is signed in", () => {
  test("when they open the home page, then it is there, with organization, rail and link state", async () => {
    open("/");
    expect(await screen.findByText("Bright Dental")).toBeVisible();
    expect(
      within(screen.getByRole("navigation", { name: "Pages" })).getByRole("link", { name: "Home" }),
    ).toHaveAttribute("aria-current", "page");
    expect(screen.getByText("Live")).toBeVisible();
  });

  test("when they choose a theme, then the page takes it and this browser remembers", async () => {
    const { user } = open("/leads");
    await user.click(await screen.findByRole("button", { name: "Account of Dana Whitfield" }));
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("menuitemradio", { name: "Dark" }));
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(localStorage.getItem("hekax-theme")).toBe("dark");
  });

  test("when they sign out, then the sign-in page is there and the way back asks for a session", async () => {
    server.use(on("post", "/api/auth/logout", () => empty()));
    const { user } = open("/leads");
    await user.click(await screen.findByRole("button", { name: "Account of Dana Whitfield" }));
    await user.click(screen.getByRole("menuitem", { name: "Sign out" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    expect(
      screen.queryByText("Your session ended. Sign in to go on where you were."),
    ).not.toBeInTheDocument();
  });

  test("when signing out fails, then they are told and stay", async () => {
    server.use(on("post", "/api/auth/logout", noAnswer));
    const { user } = open("/leads");
    await user.click(await screen.findByRole("button", { name: "Account of Dana Whitfield" }));
    await user.click(screen.getByRole("menuitem", { name: "Sign out" }));
    expect(await screen.findByText(/We could not sign you out/)).toBeVisible();
    expect(screen.getByRole("heading", { level: 1, name: "Leads" })).toBeVisible();
  });

  test("when their session ends elsewhere, then the sign-in page says so", async () => {
    let ended = false;
    server.use(
      on("post", "/api/auth/refresh", () =>
        ended
          ? refusal(401, "UNAUTHENTICATED")
          : ok({ accessToken: "first", tokenType: "Bearer", expiresInSeconds: 900 }),
      ),
      on("get", "/api/leads", () =>
        ended ? refusal(401, "UNAUTHENTICATED") : ok({ items: [aLead()], next: null }),
      ),
    );
    const { user } = open("/leads");
    await screen.findByRole("table");
    ended = true;
    await user.click(screen.getByRole("link", { name: "Won" }));
    expect(await screen.findByText("Your session ended. Sign in to go on where you were.")).toBeVisible();
  });

  test("when they press F6, then the focus moves from region to region", async () => {
    givenLeads(aLead());
    const { user } = open("/leads");
    await screen.findByRole("table");
    await user.keyboard("{F6}");
    expect(screen.getByRole("navigation", { name: "Pages" })).toHaveFocus();
    await user.keyboard("{F6}");
    expect(screen.getByRole("banner")).toHaveFocus();
    await user.keyboard("{Shift>}{F6}{F6}{/Shift}");
    expect(screen.getByRole("main")).toHaveFocus();
  });

  test("when a page does not exist, then it says so", async () => {
    open("/nowhere");
    expect(await screen.findByRole("heading", { name: "There is no such page" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Go to the home page" })).toHaveAttribute("href", "/");
  });
});

describe("given a server that cannot be reached at the start", () => {
  test("then the page says what still works and can try again", async () => {
    server.use(on("post", "/api/auth/refresh", noAnswer));
    const { user } = open("/leads");
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not reach HEKAX Phone");
    expect(await violations()).toEqual([]);
    server.use(
      on("post", "/api/auth/refresh", () =>
        ok({ accessToken: "a", tokenType: "Bearer", expiresInSeconds: 900 }),
      ),
    );
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Bright Dental")).toBeVisible();
  });

  test("when only the account fails, then that can be tried again", async () => {
    server.use(on("get", "/api/me", () => refusal(403, "FORBIDDEN")));
    const { user } = open("/leads");
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not load your account");
    server.use(on("get", "/api/me", () => ok(aMe())));
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Bright Dental")).toBeVisible();
  });
});

describe("given a live link that cannot be had", () => {
  test("then after 5 seconds the chip says so, and after 30 a bar says since when", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      vi.setSystemTime("2026-11-22T20:41:00Z");
      server.use(on("post", "/api/live/tickets", () => refusal(503, "UNAVAILABLE")));
      open("/leads");
      expect(await screen.findByText("Live")).toBeVisible();
      vi.setSystemTime("2026-11-22T20:41:06Z");
      expect(await screen.findByText("Reconnecting")).toBeVisible();
      vi.setSystemTime("2026-11-22T20:41:31Z");
      expect(await screen.findByText("Live updates paused at 2:41 PM. Calls still work.")).toBeVisible();
      await waitFor(() => expect(screen.getByText("Paused")).toBeVisible());
      expect(await violations()).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});
