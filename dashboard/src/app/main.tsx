import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Session } from "@/lib/session";
import { SessionProvider } from "@/lib/session-context";
import { followSystemTheme } from "@/lib/theme";
import { makeRouter } from "./router";
import "./styles.css";

const session = new Session();
const router = makeRouter();
const place = document.getElementById("root");

if (place === null) {
  throw new Error("index.html has no #root.");
}
followSystemTheme();
void session.start();
createRoot(place).render(
  <StrictMode>
    <SessionProvider session={session}>
      <RouterProvider router={router} />
    </SessionProvider>
  </StrictMode>,
);
