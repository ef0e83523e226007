import { Outlet, useMatches } from "@tanstack/react-router";
import { useEffect } from "react";
import { Announcer } from "@/ui/announcer";

/** What surrounds every page, signed in or not: the document title and the regions a screen reader listens to. */
export function Root() {
  const title = useMatches({
    select: (matches) => matches.findLast((match) => match.staticData.title)?.staticData.title,
  });
  useEffect(() => {
    document.title = title === undefined ? "HEKAX Phone" : `${title} · HEKAX Phone`;
  }, [title]);
  return (
    <>
      <Outlet />
      <Announcer />
    </>
  );
}
