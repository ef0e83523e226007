-- One connection between Twilio and one party: the caller's, and one for each person who is rung. Legs with the same call_id make a call.
create table call_legs (
  id uuid not null primary key,
  organization_id uuid not null,
  call_id uuid not null,
  call_sid text not null,
  parent_call_sid text,
  direction text not null check (direction in ('INBOUND', 'OUTBOUND')),
  from_number text,
  to_number text,
  status text not null
    check (status in ('QUEUED', 'INITIATED', 'RINGING', 'IN_PROGRESS', 'COMPLETED', 'BUSY', 'FAILED', 'NO_ANSWER', 'CANCELED')),
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  talk_seconds integer not null default 0,
  version integer not null default 1
) partition by range (id);
create index call_legs_call on call_legs (organization_id, call_id);
call app.isolate('call_legs');
grant select, insert, update on call_legs to hekax_app;
call app.partition_by_month('call_legs');

-- A CallSid is unique over all months; a webhook knows nothing else.
create table call_leg_sids (
  call_sid text primary key,
  organization_id uuid not null,
  leg_id uuid not null,
  call_id uuid not null,
  created_at timestamptz not null
);
create index call_leg_sids_age on call_leg_sids (created_at);
call app.isolate('call_leg_sids');
call app.open_to_system('call_leg_sids', 'select');
grant select, insert on call_leg_sids to hekax_app;
