import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { onTestFinished } from "vitest";
import { makeRouter } from "@/app/router";
import { Session } from "@/lib/session";
import { SessionProvider } from "@/lib/session-context";

/** Opens the dashboard at an address, as a browser would, with the API that the test's handlers make. */
export function open(address: string) {
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }));
  const session = new Session();
  onTestFinished(() => session.dispose());
  void session.start();
  render(
    <SessionProvider session={session}>
      <RouterProvider router={router} />
    </SessionProvider>,
  );
  return { user: userEvent.setup({ delay: null }), address: () => router.state.location.href };
}
