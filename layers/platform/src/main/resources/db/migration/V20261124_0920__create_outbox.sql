-- Events, written in the transaction that makes them true; the relay publishes them. Rows go a week after publishing.
create table outbox (
  id uuid primary key,
  organization_id uuid not null,
  source text not null,
  type text not null,
  detail jsonb not null,
  correlation_id text,
  occurred_at timestamptz not null,
  published_at timestamptz
);
create index outbox_waiting on outbox (id) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
call app.isolate('outbox');
call app.open_to_system('outbox', 'select, insert, update, delete');
-- "published_at" alone may change: an event is a fact.
grant select, insert, update (published_at) on outbox to hekax_app;
