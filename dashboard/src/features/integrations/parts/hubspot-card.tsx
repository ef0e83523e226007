import { Link } from "@tanstack/react-router";
import { useMay } from "@/lib/me-context";
import { DeliveryLog } from "@/ui/delivery-log";
import { integrationsCopy } from "../copy";
import {
  useConnectCrm,
  useCrmConnections,
  useCrmDeliveries,
  useDisconnectCrm,
  useLeadNames,
} from "../queries";
import { ConnectionCard } from "./connection-card";

const { crm: words } = integrationsCopy;

/** HubSpot: connected or not, as which account, and what was brought there. */
export function HubSpotCard() {
  const connections = useCrmConnections();
  const connect = useConnectCrm();
  const disconnect = useDisconnectCrm();
  const connection = connections.data?.find(({ provider }) => provider === "HUBSPOT");
  return (
    <ConnectionCard
      words={words}
      query={connections}
      connection={
        connection && { ...connection, where: words.account(connection.accountName ?? connection.accountId) }
      }
      connect={connect}
      disconnect={disconnect}
      onDisconnect={(then) => connection && disconnect.mutate(connection.id, then)}
      log={connection && <Brought connectionId={connection.id} />}
    />
  );
}

function Brought({ connectionId }: { connectionId: string }) {
  const names = useLeadNames();
  return (
    <DeliveryLog
      query={useCrmDeliveries(connectionId)}
      what={({ leadId }) => <Lead id={leadId} name={names.get(leadId) ?? words.someLead} />}
    />
  );
}

function Lead({ id, name }: { id: string; name: string }) {
  return useMay("LEADS_READ") ? (
    <Link to="/leads" hash={`lead-${id}`} className="text-accent hover:underline">
      {name}
    </Link>
  ) : (
    name
  );
}
