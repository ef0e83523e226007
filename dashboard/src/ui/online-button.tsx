import type { ComponentProps } from "react";
import { useOnline } from "@/lib/online";
import { Button } from "./button";

/** A button of something that needs the server; offline it waits and says why. */
export function OnlineButton(props: ComponentProps<typeof Button>) {
  const online = useOnline();
  return online ? (
    <Button {...props} />
  ) : (
    <Button {...props} disabled title="You are offline. Changes wait until you are back." />
  );
}
