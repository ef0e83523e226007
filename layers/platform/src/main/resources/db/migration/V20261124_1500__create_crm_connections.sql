-- An organization's account in a CRM. One that was disconnected stays: what was written to it is known again when it is connected again.
create table crm_connections (
  id uuid primary key,
  organization_id uuid not null references organizations,
  provider text not null check (provider = any ('{HUBSPOT}')),
  -- as the vendor calls the account, for example HubSpot's hub_id
  external_account_id text not null,
  account_name text,
  scopes text[] not null,
  -- the access and the refresh token, sealed together for (organization, "crm-tokens"); null when disconnected
  tokens bytea,
  access_expires_at timestamptz not null,
  -- grows with each new pair
  token_version integer not null default 1,
  -- who gets a new pair is alone in it until then
  refreshing_until timestamptz,
  status text not null check (status in ('ACTIVE', 'RECONNECT_NEEDED', 'DISCONNECTED')),
  last_error text,
  last_ok_at timestamptz,
  connected_at timestamptz not null,
  unique (organization_id, provider, external_account_id),
  check (status = 'DISCONNECTED' or tokens is not null)
);
create unique index crm_connections_one_a_provider on crm_connections (organization_id, provider) where status <> 'DISCONNECTED';
call app.isolate('crm_connections');
grant select, insert, update on crm_connections to hekax_app;

-- Somebody has been sent to a vendor to say yes. The vendor sends the browser back with the state, once, within ten minutes.
create table crm_authorizations (
  state_hash bytea primary key,
  organization_id uuid not null references organizations,
  user_id uuid not null,
  provider text not null check (provider = any ('{HUBSPOT}')),
  -- SHA-256 of the PKCE verifier, which only the browser that began has, in a cookie
  verifier_hash bytea not null,
  expires_at timestamptz not null
);
create index crm_authorizations_expiry on crm_authorizations (expires_at);
call app.isolate('crm_authorizations');
call app.open_to_system('crm_authorizations', 'select, delete');
grant insert on crm_authorizations to hekax_app;
