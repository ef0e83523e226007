import { Link } from "@tanstack/react-router";
import { useMay, useMe } from "@/lib/me-context";
import { PageHeading } from "@/ui/page-heading";
import { notificationsCopy as words } from "./copy";
import { EmailLogCard } from "./parts/email-log-card";
import { EmailsCard } from "./parts/emails-card";

/** What this person is told by e-mail and, for those who look after it, what everybody was sent. */
export function NotificationsPage() {
  const { user } = useMe();
  const mayManage = useMay("NOTIFICATIONS_MANAGE");
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1">
        <PageHeading>{words.title}</PageHeading>
        <p className="break-words text-muted">
          {words.text(user.email)}{" "}
          {mayManage && (
            <Link to="/settings/integrations" className="text-accent hover:underline">
              {words.toIntegrations}
            </Link>
          )}
        </p>
      </div>
      <EmailsCard />
      {mayManage && <EmailLogCard />}
    </div>
  );
}
