-- People whom callers can be put through to, in the order in which they are asked.
create table transfer_targets (
  id uuid primary key,
  organization_id uuid not null references organizations,
  name text not null,
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  position integer not null
);
create unique index transfer_targets_order on transfer_targets (organization_id, position);
call app.isolate('transfer_targets');
grant select on transfer_targets to hekax_app;

-- Each time that people are rung for a caller.
create table call_transfers (
  id uuid not null primary key,
  organization_id uuid not null,
  call_id uuid not null,
  reason text not null check (reason in ('ASKED', 'NO_ASSISTANT', 'ASSISTANT_FAILED')),
  to_name text not null,
  numbers text[] not null,
  state text not null check (state in ('CHOSEN', 'RINGING', 'ANSWERED', 'NO_ANSWER', 'BUSY', 'FAILED')),
  created_at timestamptz not null,
  -- when Twilio was told by REST; one that is told in the answer to a webhook has none
  redirected_at timestamptz,
  ended_at timestamptz
) partition by range (id);
create index call_transfers_call on call_transfers (organization_id, call_id, id);
call app.isolate('call_transfers');
grant select, insert, update on call_transfers to hekax_app;
call app.partition_by_month('call_transfers');
