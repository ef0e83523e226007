-- What was said. Turns may come before the call's own row does, and a call that came back to the receptionist has those
-- of several sessions, each of which counts its positions from 0.
create table call_turns (
  organization_id uuid not null,
  call_id uuid not null,
  item_id text not null,
  -- a place for the pages of the transcript; the first time's stays
  id uuid not null,
  position integer not null,
  speaker text not null check (speaker in ('CALLER', 'ASSISTANT')),
  text text not null,
  at timestamptz not null,
  interrupted boolean not null,
  heard_ms integer,
  primary key (organization_id, call_id, item_id)
) partition by range (call_id);
call app.isolate('call_turns');
grant select, insert, update on call_turns to hekax_app;
call app.partition_by_month('call_turns');
