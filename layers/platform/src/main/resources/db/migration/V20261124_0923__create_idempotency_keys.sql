-- The first answer to a write that carried an Idempotency-Key, kept for a day in the transaction of the write itself.
create table idempotency_keys (
  organization_id uuid not null,
  user_id uuid not null,
  route text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  location text,
  -- null when the answer holds a secret that is shown once
  body jsonb,
  created_at timestamptz not null,
  primary key (organization_id, user_id, route, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
call app.isolate('idempotency_keys');
call app.open_to_system('idempotency_keys', 'select, delete');
grant select, insert, update on idempotency_keys to hekax_app;
