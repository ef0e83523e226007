import { Link, useRouter } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useSessionState } from "@/lib/session-context";
import { BrandMark } from "@/ui/brand";
import { PageHeading } from "@/ui/page-heading";
import { authCopy } from "./copy";
import type { NextPage } from "./next-page";

type AuthPath = "/sign-in" | "/sign-up" | "/forgot-password";

interface AuthLayoutProps extends NextPage {
  title: string;
  lead?: string;
  children: ReactNode;
  /** Other ways, beneath the form. */
  other?: ReactNode;
}

/** One column with a form; people who are signed in already go on to where they wanted to be. */
export function AuthLayout({ next, ...page }: AuthLayoutProps) {
  const router = useRouter();
  const signedIn = useSessionState() === "signed-in";
  useEffect(() => {
    if (signedIn) {
      void router.navigate({ href: next ?? "/", replace: true });
    }
  }, [router, signedIn, next]);
  return <AuthFrame {...page} />;
}

/** The same for people who may be signed in: they came by a link in a mail. */
export function AuthFrame({ title, lead, children, other }: Omit<AuthLayoutProps, "next">) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <aside className="hidden flex-col justify-between border-border border-r bg-surface p-12 lg:flex">
        <p className="flex items-center gap-3 font-bold text-section tracking-[0.04em]">
          <BrandMark className="size-9" />
          HEKAX
        </p>
        <div className="grid max-w-md gap-6">
          <p className="text-balance font-semibold text-[2rem] leading-10 tracking-[-0.025em]">
            {authCopy.product}
          </p>
          <ul className="grid gap-3 text-muted text-reading">
            {authCopy.points.map((point) => (
              <li key={point} className="flex items-start gap-3">
                <Check aria-hidden className="mt-1 size-4 shrink-0 text-live" />
                {point}
              </li>
            ))}
          </ul>
        </div>
        <Rings />
      </aside>
      <main className="flex items-center justify-center px-4 py-10 sm:px-8">
        <div className="w-full max-w-100">
          <BrandMark className="mb-8 size-10 lg:hidden" />
          <PageHeading>{title}</PageHeading>
          {lead && <p className="mt-1 text-pretty text-muted">{lead}</p>}
          <div className="mt-7">{children}</div>
          {other && <div className="mt-6 text-muted">{other}</div>}
        </div>
      </main>
    </div>
  );
}

/** The level of a voice, drawn as bars: a picture of a call, and of nothing in particular. */
function Rings() {
  const bars = [10, 18, 30, 22, 40, 56, 38, 26, 46, 64, 48, 30, 18, 34, 52, 40, 24, 14, 26, 38, 28, 16, 10];
  return (
    <svg viewBox="0 0 368 72" aria-hidden="true" className="w-full max-w-md">
      {bars.map((height, index) => (
        <rect
          // The bars never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed drawing
          key={index}
          x={index * 16}
          y={36 - height / 2}
          width="8"
          height={height}
          rx="4"
          className={index > 5 && index < 13 ? "fill-accent" : "fill-border"}
        />
      ))}
    </svg>
  );
}

/** A way to another of these pages, in running text. */
export function AuthLink({ to, next, children }: NextPage & { to: AuthPath; children: string }) {
  return (
    <Link to={to} search={{ next }} className="font-semibold text-accent underline underline-offset-2">
      {children}
    </Link>
  );
}
