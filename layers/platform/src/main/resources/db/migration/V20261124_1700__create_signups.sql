-- Who has asked for an account and has not confirmed the address yet: nothing of the account exists before. A row is also
-- written for an address that has an account, so that both take the same time; the link of such a row is sent to nobody.
create table signups (
  id uuid primary key,
  -- the one that they will own
  organization_id uuid not null,
  email text not null,
  name text not null,
  password_hash text not null,
  organization_name text not null,
  time_zone text not null,
  country text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index signups_expiry on signups (expires_at);
call app.open_to_system('signups', 'select, insert, delete');
