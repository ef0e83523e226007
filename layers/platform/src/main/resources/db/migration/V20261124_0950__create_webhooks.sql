create table webhooks (
  id uuid primary key,
  organization_id uuid not null references organizations,
  url text not null,
  event_types text[] not null check (event_types <@ '{LEAD_CAPTURED,LEAD_UPDATED,CALL_ENDED}'),
  -- sealed for (organization, "webhook-secret")
  secret bytea not null,
  status text not null check (status in ('ACTIVE', 'DISABLED')),
  disabled_because text,
  created_at timestamptz not null
);
create index webhooks_newest on webhooks (organization_id, created_at desc, id desc);
call app.isolate('webhooks');
grant select, insert, update, delete on webhooks to hekax_app;
