-- A published read view; it runs with the reader's rights.
create schema calls_read;
grant usage on schema calls_read to hekax_app;

create view calls_read.calls with (security_invoker = true) as
  select organization_id, id as call_id, direction, from_number, to_number, status, started_at, ended_at,
         talk_seconds, outcome, lead_id, transferred_to, assistant_seconds
    from calls;

grant select on calls_read.calls to hekax_app;
