import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { House, type LucideIcon, Phone, Star } from "lucide-react";
import { readNextPage } from "@/features/auth/next-page";
import { readCallFilters } from "@/features/calls/filters";
import { CallsSkeleton } from "@/features/calls/parts/skeleton";
import { readLeadFilters } from "@/features/leads/filters";
import { LeadsSkeleton } from "@/features/leads/parts/skeleton";
import type { Permission } from "@/lib/permissions";
import { BrokenPage, MissingPage } from "./error-pages";
import { Root } from "./root";
import { SignedIn } from "./signed-in";

// The one table of pages: path, title, right, place in the rail, lazy import, skeleton. The rail and the document title
// are built from it, so a page cannot exist in one and not in the other.

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    title?: string;
    /** The page is shown, in the rail and at its address, to people who hold this right. */
    permission?: Permission;
    /** Its place in the rail; pages without one are reached otherwise. */
    nav?: { group: "Work" | "Set up" | "Know"; icon: LucideIcon };
  }
}

const root = createRootRoute({ component: Root, notFoundComponent: MissingPage, errorComponent: BrokenPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  staticData: { title: "Sign in" },
  validateSearch: readNextPage,
  component: lazyRouteComponent(() => import("@/features/auth/sign-in-page"), "SignInPage"),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: "/sign-up",
  staticData: { title: "Create your account" },
  validateSearch: readNextPage,
  component: lazyRouteComponent(() => import("@/features/auth/sign-up-page"), "SignUpPage"),
});

const signedIn = createRoute({ getParentRoute: () => root, id: "signed-in", component: SignedIn });

const home = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  staticData: { title: "Home", nav: { group: "Work", icon: House } },
  component: lazyRouteComponent(() => import("./home-page"), "HomePage"),
});

const calls = createRoute({
  getParentRoute: () => signedIn,
  path: "/calls",
  staticData: { title: "Calls", permission: "CALLS_READ", nav: { group: "Work", icon: Phone } },
  validateSearch: readCallFilters,
  component: lazyRouteComponent(() => import("@/features/calls/page"), "CallsPage"),
  pendingComponent: CallsSkeleton,
});

const call = createRoute({
  getParentRoute: () => signedIn,
  path: "/calls/$callId",
  staticData: { title: "This call", permission: "CALLS_READ" },
  // The filters of the list it was opened from, for the way back and on.
  validateSearch: readCallFilters,
  component: lazyRouteComponent(() => import("@/features/calls/call-page"), "CallPage"),
});

const leads = createRoute({
  getParentRoute: () => signedIn,
  path: "/leads",
  staticData: { title: "Leads", permission: "LEADS_READ", nav: { group: "Work", icon: Star } },
  validateSearch: readLeadFilters,
  component: lazyRouteComponent(() => import("@/features/leads/page"), "LeadsPage"),
  pendingComponent: LeadsSkeleton,
});

export const routeTree = root.addChildren([signIn, signUp, signedIn.addChildren([home, calls, call, leads])]);

/** The entries of the rail, in order, once a router has taken the routes in. */
export function navPages() {
  return [home, calls, leads].flatMap(({ fullPath, options: { staticData } }) => {
    const { title, permission, nav } = staticData ?? {};
    return title && nav ? [{ path: fullPath, title, permission, ...nav }] : [];
  });
}
