import { Copy, CopyCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";

/** Puts `text` where the person can paste it from, and says that it did. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [copied, setCopied] = useState(false);
  const Icon = copied ? CopyCheck : Copy;
  return (
    <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      <Icon aria-hidden className="size-4" />
      <span aria-live="polite">{copied ? "Copied" : children}</span>
    </Button>
  );
}
