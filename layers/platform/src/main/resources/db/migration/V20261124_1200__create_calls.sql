-- One call from its first ring to its end, however many legs it has. Merged from events that come in any order, so
-- what an event has not told yet is null.
create table calls (
  id uuid not null primary key,
  organization_id uuid not null,
  direction text check (direction in ('INBOUND', 'OUTBOUND')),
  from_number text,
  to_number text,
  status text not null
    check (status in ('RINGING', 'IN_PROGRESS', 'CANCELED', 'FAILED', 'NO_ANSWER', 'BUSY', 'COMPLETED')),
  started_at timestamptz not null,
  ended_at timestamptz,
  talk_seconds integer not null default 0,
  outcome text check (outcome in ('MISSED', 'ANSWERED', 'MESSAGE_TAKEN', 'LEAD_CAPTURED', 'TRANSFERRED')),
  lead_id uuid,
  transferred_to text,
  transferred_at timestamptz,
  assistant_seconds integer not null default 0,
  version integer not null default 1
) partition by range (id);
-- The list is newest first, alone and with each of its filters.
create index calls_newest on calls (organization_id, started_at desc, id desc);
create index calls_status on calls (organization_id, status, started_at desc, id desc);
create index calls_outcome on calls (organization_id, outcome, started_at desc, id desc);
create index calls_direction on calls (organization_id, direction, started_at desc, id desc);
create index calls_caller on calls (organization_id, from_number, started_at desc, id desc);
create index calls_lead on calls (organization_id, lead_id, started_at desc, id desc) where lead_id is not null;
call app.isolate('calls');
grant select, insert, update on calls to hekax_app;
call app.partition_by_month('calls');
