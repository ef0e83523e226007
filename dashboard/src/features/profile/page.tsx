import { PageHeading } from "@/ui/page-heading";
import { profileCopy as words } from "./copy";
import { EmailCard } from "./parts/email-card";
import { NameCard } from "./parts/name-card";
import { PasswordCard } from "./parts/password-card";

/** What somebody may say of themselves, in every organization the same. */
export function ProfilePage() {
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeading>{words.title}</PageHeading>
      <NameCard />
      <EmailCard />
      <PasswordCard />
    </div>
  );
}
