import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { announce } from "@/lib/announce";
import { useOnline } from "@/lib/online";
import { Button } from "@/ui/button";
import { When } from "@/ui/when";
import { integrationsCopy } from "../copy";
import { type CrmConnection, useConnectCrm, useCrmConnections, useDisconnectCrm } from "../queries";
import { Card, CardState } from "./card";
import { Confirm } from "./confirm";

const { crm: words, offlineReason, notSaved } = integrationsCopy;

/** HubSpot: connected or not, as which account, and how it goes. */
export function HubSpotCard() {
  const connections = useCrmConnections();
  const connect = useConnectCrm();
  const online = useOnline();
  const connection = connections.data?.find(({ provider }) => provider === "HUBSPOT");
  const mayConnect = connections.data !== undefined && connection?.status !== "ACTIVE";
  return (
    <Card
      title={words.title}
      what={words.what}
      action={
        mayConnect && (
          <Button
            look="primary"
            busy={connect.isPending || connect.isSuccess}
            disabled={!online}
            title={online ? undefined : offlineReason}
            onClick={() => connect.mutate()}
          >
            {connection ? words.again : words.connect}
          </Button>
        )
      }
    >
      {connect.isError && (
        <p role="alert" className="p-4 text-danger">
          {notSaved}
        </p>
      )}
      <CardState title={words.title} query={connections} />
      {connection && <Connection connection={connection} />}
    </Card>
  );
}

function Connection({ connection }: { connection: CrmConnection }) {
  const [asking, setAsking] = useState(false);
  const disconnect = useDisconnectCrm();
  const online = useOnline();
  const active = connection.status === "ACTIVE";
  const Icon = active ? CircleCheck : TriangleAlert;

  function confirmed() {
    disconnect.mutate(connection, {
      onSuccess: () => {
        setAsking(false);
        announce(words.disconnected);
      },
    });
  }

  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 p-4">
      <span
        className={`inline-flex items-center gap-2 font-semibold ${active ? "text-live" : "text-waiting"}`}
      >
        <Icon aria-hidden className="size-4" />
        {words.states[connection.status]}
      </span>
      <span>{words.account(connection.accountName ?? connection.accountId)}</span>
      <span className="text-muted">
        {connection.lastOkAt ? (
          <>
            {words.lastOk} <When time={connection.lastOkAt} />
          </>
        ) : (
          words.never
        )}
      </span>
      <Button
        look="quiet"
        className="ml-auto"
        disabled={!online}
        title={online ? undefined : offlineReason}
        onClick={() => setAsking(true)}
      >
        {words.disconnect}
      </Button>
      {connection.error && <p className="w-full text-pretty text-waiting">{connection.error}</p>}
      {asking && (
        <Confirm
          {...words.confirm}
          action={words.disconnect}
          change={disconnect}
          onConfirm={confirmed}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
