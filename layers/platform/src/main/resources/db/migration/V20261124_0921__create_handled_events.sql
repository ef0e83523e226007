-- Which consumer has done its work for which event; written with the effect, so a redelivery changes nothing.
create table handled_events (
  organization_id uuid not null,
  consumer text not null,
  event_id uuid not null,
  handled_at timestamptz not null,
  primary key (organization_id, consumer, event_id)
);
create index handled_events_age on handled_events (handled_at);
call app.isolate('handled_events');
call app.open_to_system('handled_events', 'select, delete');
grant select, insert on handled_events to hekax_app;
