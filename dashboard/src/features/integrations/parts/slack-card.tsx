import { DeliveryLog } from "@/ui/delivery-log";
import { integrationsCopy } from "../copy";
import {
  type SlackConnection,
  useConnectSlack,
  useDisconnectSlack,
  useSlack,
  useSlackDeliveries,
} from "../queries";
import { type Connection, ConnectionCard } from "./connection-card";

const { slack: words } = integrationsCopy;

/** Slack: connected or not, in which channel, and what was told there. */
export function SlackCard() {
  const slack = useSlack();
  const connect = useConnectSlack();
  const disconnect = useDisconnectSlack();
  return (
    <ConnectionCard
      words={words}
      query={slack}
      connection={slack.data && connectionIn(slack.data)}
      connect={connect}
      disconnect={disconnect}
      onDisconnect={(then) => disconnect.mutate(undefined, then)}
      log={<Told />}
    />
  );
}

function connectionIn({ status, teamName, channelName, ...rest }: SlackConnection): Connection | undefined {
  return status === "DISCONNECTED"
    ? undefined
    : { ...rest, status, where: [channelName, teamName].filter(Boolean).join(" · ") };
}

function Told() {
  return <DeliveryLog query={useSlackDeliveries()} what={({ eventType }) => words.events[eventType]} />;
}
