import { useMe } from "@/lib/me-context";
import { showPhoneNumber } from "@/lib/phone-number";

/** An E.164 number as people in the business's country read it; a tap calls it where the device can. */
export function PhoneNumber({ e164 }: { e164: string }) {
  const { country } = useMe().organization;
  return (
    <a
      href={`tel:${e164}`}
      className="inline-flex min-h-6 items-center whitespace-nowrap tabular-nums hover:underline"
    >
      {showPhoneNumber(e164, country)}
    </a>
  );
}
