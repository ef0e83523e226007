import { type ReactNode, useEffect, useRef } from "react";

let pageSeen = false;

/** The title of a page. Takes the focus when the page opens after another, so that it is read out. */
export function PageHeading({ children, className }: { children: ReactNode; className?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (pageSeen) {
      heading.current?.focus({ preventScroll: true });
    }
    pageSeen = true;
  }, []);
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className={`font-semibold text-page tracking-[-0.015em] ${className ?? ""}`}
    >
      {children}
    </h1>
  );
}
