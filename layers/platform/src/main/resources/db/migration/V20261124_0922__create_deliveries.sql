-- What is on its way to somebody outside: one row for each event and target. A vendor that says "later" moves
-- next_attempt_at; the queue message is done with. This is the retry table and the delivery log in one.
create table deliveries (
  id uuid primary key,
  organization_id uuid not null,
  consumer text not null,
  target uuid not null,
  event_id uuid not null,
  event_type text not null,
  event jsonb not null,
  status text not null check (status in ('WAITING', 'DELIVERED', 'FAILED')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  last_status integer,
  last_error text,
  created_at timestamptz not null,
  delivered_at timestamptz,
  unique (organization_id, consumer, target, event_id),
  check ((status = 'WAITING') = (next_attempt_at is not null))
);
create index deliveries_due on deliveries (consumer, next_attempt_at) where status = 'WAITING';
create index deliveries_log on deliveries (organization_id, target, id desc);
create index deliveries_age on deliveries (created_at) where status <> 'WAITING';
call app.isolate('deliveries');
call app.open_to_system('deliveries', 'select, update, delete');
grant select, insert, update, delete on deliveries to hekax_app;
