-- What a CRM is to be told: the newest state of each lead that an event told of.
create table crm_leads (
  organization_id uuid not null references organizations,
  lead_id uuid not null,
  call_id uuid,
  phone text,
  version integer not null,
  details jsonb not null,
  primary key (organization_id, lead_id)
);
create index crm_leads_call on crm_leads (organization_id, call_id);
create index crm_leads_phone on crm_leads (organization_id, phone);
call app.isolate('crm_leads');
grant select, insert, update on crm_leads to hekax_app;

-- Calls that a lead was captured on or that have ended, whichever is heard of first.
create table crm_calls (
  organization_id uuid not null references organizations,
  call_id uuid not null,
  -- the event that told of the end
  ended jsonb,
  heard_at timestamptz not null,
  primary key (organization_id, call_id)
);
create index crm_calls_age on crm_calls (heard_at);
call app.isolate('crm_calls');
call app.open_to_system('crm_calls', 'select, delete');
grant select, insert, update on crm_calls to hekax_app;

-- Where a lead or a call is in a CRM.
create table crm_links (
  id uuid primary key,
  organization_id uuid not null references organizations,
  connection_id uuid not null references crm_connections,
  kind text not null check (kind in ('CONTACT', 'CALL')),
  lead_id uuid not null,
  call_id uuid,
  external_id text,
  url text,
  state text not null check (state in ('WAITING', 'SYNCED', 'FAILED')),
  error text,
  -- of the lead as the CRM has it
  version integer not null default 0,
  -- the fields that we wrote, by the CRM's names: these may be changed again as long as nobody else has
  written jsonb not null default '{}',
  -- it was asked to make one and is not known to have answered: look before asking again
  unsure boolean not null default false,
  created_at timestamptz not null,
  synced_at timestamptz
);
create unique index crm_links_contact on crm_links (organization_id, connection_id, lead_id) where kind = 'CONTACT';
create unique index crm_links_call on crm_links (organization_id, connection_id, call_id) where kind = 'CALL';
create index crm_links_newest on crm_links (organization_id, created_at desc, id desc);
create index crm_links_of_lead on crm_links (organization_id, lead_id);
create index crm_links_of_call on crm_links (organization_id, call_id);
call app.isolate('crm_links');
grant select, insert, update on crm_links to hekax_app;

-- One at a time looks for a caller in a CRM and adds him. A row and not a lock of the database: no transaction waits for a vendor.
create table crm_locks (
  organization_id uuid not null references organizations,
  name text not null,
  holder uuid not null,
  until timestamptz not null,
  primary key (organization_id, name)
);
create index crm_locks_expiry on crm_locks (until);
call app.isolate('crm_locks');
call app.open_to_system('crm_locks', 'select, delete');
grant select, insert, update, delete on crm_locks to hekax_app;
