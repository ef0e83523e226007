-- A message that a caller left with the receptionist.
create table call_messages (
  id uuid primary key,
  organization_id uuid not null,
  call_id uuid not null,
  message text not null,
  name text,
  phone text,
  for_whom text,
  taken_at timestamptz not null
);
create index call_messages_call on call_messages (organization_id, call_id, taken_at, id);
call app.isolate('call_messages');
grant select, insert on call_messages to hekax_app;
