import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readAuditFilters } from "@/features/audit-log/filters";
import { readNextPage } from "@/features/auth/next-page";
import { readCallFilters } from "@/features/calls/filters";
import { readComingBack } from "@/features/integrations/search";
import { readLeadFilters } from "@/features/leads/filters";
import type { Permission } from "@/lib/permissions";
import { BrokenPage, MissingPage } from "./error-pages";
import { PageSkeleton } from "./page-skeleton";
import { Root } from "./root";
import { SignedIn } from "./signed-in";

// The one table of pages: path, title, right, place in the rail, lazy import, skeleton. The rail and the document title
// are built from it, so a page cannot exist in one and not in the other.

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    title?: string;
    /** The page is shown, in the rail and at its address, to people who hold one of these rights; to all without any. */
    permissions?: readonly Permission[];
    /** Its place in the rail, which has the icons; pages without one are reached otherwise. */
    nav?: { group: "Work" | "Set up" | "Know" | "Settings" };
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

const confirm = createRoute({
  getParentRoute: () => root,
  path: "/confirm",
  staticData: { title: "Confirm your email" },
  component: lazyRouteComponent(() => import("@/features/auth/confirm-page"), "ConfirmPage"),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: "/forgot-password",
  staticData: { title: "Set a new password" },
  component: lazyRouteComponent(() => import("@/features/auth/forgot-password-page"), "ForgotPasswordPage"),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: "/reset-password",
  staticData: { title: "Choose a new password" },
  component: lazyRouteComponent(() => import("@/features/auth/reset-password-page"), "ResetPasswordPage"),
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: "/confirm-email",
  staticData: { title: "Confirm your new email" },
  component: lazyRouteComponent(() => import("@/features/auth/confirm-email-page"), "ConfirmEmailPage"),
});

const join = createRoute({
  getParentRoute: () => root,
  path: "/join",
  staticData: { title: "Join" },
  component: lazyRouteComponent(() => import("@/features/auth/join-page"), "JoinPage"),
});

const signedIn = createRoute({ getParentRoute: () => root, id: "signed-in", component: SignedIn });

const home = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  staticData: { title: "Home", nav: { group: "Work" } },
  component: lazyRouteComponent(() => import("./home-page"), "HomePage"),
  pendingComponent: PageSkeleton,
});

const calls = createRoute({
  getParentRoute: () => signedIn,
  path: "/calls",
  staticData: { title: "Calls", permissions: ["CALLS_READ"], nav: { group: "Work" } },
  validateSearch: readCallFilters,
  component: lazyRouteComponent(() => import("@/features/calls/page"), "CallsPage"),
  pendingComponent: PageSkeleton,
});

const call = createRoute({
  getParentRoute: () => signedIn,
  path: "/calls/$callId",
  staticData: { title: "This call", permissions: ["CALLS_READ"] },
  // The filters of the list it was opened from, for the way back and on.
  validateSearch: readCallFilters,
  component: lazyRouteComponent(() => import("@/features/calls/call-page"), "CallPage"),
  pendingComponent: PageSkeleton,
});

const leads = createRoute({
  getParentRoute: () => signedIn,
  path: "/leads",
  staticData: { title: "Leads", permissions: ["LEADS_READ"], nav: { group: "Work" } },
  validateSearch: readLeadFilters,
  component: lazyRouteComponent(() => import("@/features/leads/page"), "LeadsPage"),
  pendingComponent: PageSkeleton,
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: "/settings",
  staticData: { title: "Settings", nav: { group: "Settings" } },
  component: lazyRouteComponent(() => import("./settings-frame"), "SettingsFrame"),
  pendingComponent: PageSkeleton,
});

const allSettings = createRoute({
  getParentRoute: () => settings,
  path: "/",
  staticData: { title: "Settings" },
  component: lazyRouteComponent(() => import("./settings-page"), "SettingsPage"),
  pendingComponent: PageSkeleton,
});

const profile = createRoute({
  getParentRoute: () => settings,
  path: "/profile",
  staticData: { title: "Profile" },
  component: lazyRouteComponent(() => import("@/features/profile/page"), "ProfilePage"),
  pendingComponent: PageSkeleton,
});

const security = createRoute({
  getParentRoute: () => settings,
  path: "/security",
  staticData: { title: "Security" },
  component: lazyRouteComponent(() => import("@/features/security/page"), "SecurityPage"),
  pendingComponent: PageSkeleton,
});

const notifications = createRoute({
  getParentRoute: () => settings,
  path: "/notifications",
  staticData: { title: "Notifications" },
  component: lazyRouteComponent(() => import("@/features/notifications/page"), "NotificationsPage"),
  pendingComponent: PageSkeleton,
});

const organization = createRoute({
  getParentRoute: () => settings,
  path: "/organization",
  staticData: { title: "Organization", permissions: ["ORGANIZATION_MANAGE"] },
  component: lazyRouteComponent(() => import("@/features/organization/page"), "OrganizationPage"),
  pendingComponent: PageSkeleton,
});

const team = createRoute({
  getParentRoute: () => settings,
  path: "/team",
  staticData: { title: "Team", permissions: ["TEAM_READ"] },
  component: lazyRouteComponent(() => import("@/features/team/page"), "TeamPage"),
  pendingComponent: PageSkeleton,
});

const integrations = createRoute({
  getParentRoute: () => settings,
  path: "/integrations",
  staticData: {
    title: "Integrations",
    permissions: ["CRM_MANAGE", "WEBHOOKS_MANAGE", "NOTIFICATIONS_MANAGE"],
  },
  validateSearch: readComingBack,
  component: lazyRouteComponent(() => import("@/features/integrations/page"), "IntegrationsPage"),
  pendingComponent: PageSkeleton,
});

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: "/api-keys",
  staticData: { title: "API keys", permissions: ["API_KEYS_MANAGE"] },
  component: lazyRouteComponent(() => import("@/features/api-keys/page"), "ApiKeysPage"),
  pendingComponent: PageSkeleton,
});

const auditLog = createRoute({
  getParentRoute: () => settings,
  path: "/audit-log",
  staticData: { title: "Audit log", permissions: ["AUDIT_READ"] },
  validateSearch: readAuditFilters,
  component: lazyRouteComponent(() => import("@/features/audit-log/page"), "AuditLogPage"),
  pendingComponent: PageSkeleton,
});

export const routeTree = root.addChildren([
  signIn,
  signUp,
  confirm,
  forgotPassword,
  resetPassword,
  confirmEmail,
  join,
  signedIn.addChildren([
    home,
    calls,
    call,
    leads,
    settings.addChildren([
      allSettings,
      profile,
      security,
      notifications,
      organization,
      team,
      integrations,
      apiKeys,
      auditLog,
    ]),
  ]),
]);

/** The entries of the rail, in order, once a router has taken the routes in. */
export function navPages() {
  return [home, calls, leads, settings].flatMap(({ fullPath, options: { staticData } }) => {
    const { title, permissions, nav } = staticData ?? {};
    return title && nav ? [{ path: fullPath, title, permissions, ...nav }] : [];
  });
}

/** The pages of settings, in order: one's own first. */
export function settingsPages() {
  const pages = [profile, security, notifications, organization, team, integrations, apiKeys, auditLog];
  return pages.map(({ fullPath, options: { staticData } }) => ({
    path: fullPath,
    title: staticData?.title ?? "",
    permissions: staticData?.permissions,
  }));
}

export type SettingsPath = ReturnType<typeof settingsPages>[number]["path"];
