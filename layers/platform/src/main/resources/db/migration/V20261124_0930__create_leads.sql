create table leads (
  id uuid primary key,
  organization_id uuid not null references organizations,
  name text not null,
  phone text,
  email text,
  company text,
  need text,
  stage text not null check (stage in ('NEW', 'CONTACTED', 'QUALIFIED', 'WON', 'LOST')),
  source text not null check (source in ('CALL', 'MANUAL')),
  call_id uuid,
  assigned_to uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  foreign key (organization_id, assigned_to) references memberships (organization_id, user_id)
);
-- Lists are newest first; a filter on a column with few values walks the same index.
create index leads_newest on leads (organization_id, created_at desc, id desc);
create index leads_assigned on leads (organization_id, assigned_to, created_at desc, id desc);
call app.isolate('leads');
grant select, insert, update on leads to hekax_app;
