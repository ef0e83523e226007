-- The story of a call: each event that was heard of it, once. By the call's id and not their own, the rows of a call lie
-- in one partition.
create table call_events (
  organization_id uuid not null,
  call_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  kind text not null
    check (kind in ('STARTED', 'LEAD_CAPTURED', 'MESSAGE_TAKEN', 'TRANSFER_STARTED', 'TRANSFER_ENDED', 'ASSISTANT_FINISHED', 'ENDED')),
  detail jsonb not null,
  primary key (organization_id, call_id, event_id)
) partition by range (call_id);
call app.isolate('call_events');
grant select, insert on call_events to hekax_app;
call app.partition_by_month('call_events');
