import { ChevronDown } from "lucide-react";
import { Button } from "@/ui/button";
import { integrationsCopy as words } from "../copy";

interface LogButtonProps {
  /** Where it was sent to. */
  of: string;
  open: boolean;
  onToggle: () => void;
}

/** Opens and closes what was sent somewhere. */
export function LogButton({ of, open, onToggle }: LogButtonProps) {
  return (
    <Button look="quiet" aria-label={words.deliveriesOf(of)} aria-expanded={open} onClick={onToggle}>
      {words.deliveries}
      <ChevronDown aria-hidden className={`size-4 ${open ? "rotate-180" : ""}`} />
    </Button>
  );
}
