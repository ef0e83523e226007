-- The channel in Slack that an organization is told in. The row stays when it is ended: the log of what was told belongs to it.
create table slack_connections (
  id uuid primary key,
  organization_id uuid not null unique references organizations,
  -- the workspace, and the channel in it that somebody picked, as Slack calls them
  team_id text not null,
  team_name text not null,
  channel_id text not null,
  channel_name text not null,
  scopes text[] not null,
  -- the bot's token and, with token rotation, the refresh token, sealed together for (organization, "slack-tokens"); null when ended
  tokens bytea,
  -- null for tokens that do not end
  access_expires_at timestamptz,
  -- grows with each new pair
  token_version integer not null default 1,
  -- who gets a new pair is alone in it until then
  refreshing_until timestamptz,
  status text not null check (status in ('ACTIVE', 'RECONNECT_NEEDED', 'DISCONNECTED')),
  last_error text,
  last_ok_at timestamptz,
  connected_at timestamptz not null,
  check (status = 'DISCONNECTED' or tokens is not null)
);
call app.isolate('slack_connections');
grant select, insert, update on slack_connections to hekax_app;

-- Somebody has been sent to Slack to say yes. Slack sends the browser back with the state, once, within ten minutes.
create table slack_authorizations (
  state_hash bytea primary key,
  organization_id uuid not null references organizations,
  user_id uuid not null,
  -- SHA-256 of a secret that only the browser that began has, in a cookie
  verifier_hash bytea not null,
  expires_at timestamptz not null
);
create index slack_authorizations_expiry on slack_authorizations (expires_at);
call app.isolate('slack_authorizations');
call app.open_to_system('slack_authorizations', 'select, delete');
grant insert on slack_authorizations to hekax_app;

-- Slack was asked to write a message and is not known to have answered. Slack takes no key that would make a message come once, so before
-- it is asked again the channel is looked into: the message would have been written there within these times.
create table slack_doubts (
  organization_id uuid not null,
  delivery_id uuid primary key references deliveries on delete cascade,
  since timestamptz not null,
  until timestamptz not null
);
call app.isolate('slack_doubts');
grant select, insert, update, delete on slack_doubts to hekax_app;
