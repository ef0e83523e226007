import { useMe } from "@/lib/me-context";
import { Card } from "@/ui/card";
import { DeliveryLog } from "@/ui/delivery-log";
import { notificationsCopy } from "../copy";
import { useEmailDeliveries } from "../queries";

const { log: words } = notificationsCopy;

/** What was sent to whom by e-mail. */
export function EmailLogCard() {
  const { organization } = useMe();
  return (
    <Card title={words.title} what={words.what(organization.name)}>
      <DeliveryLog
        query={useEmailDeliveries()}
        what={({ eventType, to }) => words.to(words.types[eventType], to?.name ?? words.somebodyGone)}
      />
    </Card>
  );
}
