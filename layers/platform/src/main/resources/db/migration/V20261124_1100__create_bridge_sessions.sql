-- One stream of a call to the media bridge: a token that opens it once, and the credential that the bridge acts with from then on.
-- A call has several when it comes back to the receptionist.
create table bridge_sessions (
  id uuid primary key,
  organization_id uuid not null references organizations,
  call_id uuid not null,
  call_sid text not null,
  account_sid text not null,
  -- why the call came back; null for its first stream
  came_back text check (came_back in ('STREAM_LOST', 'TRANSFER_FAILED')),
  token_hash bytea not null,
  token_expires_at timestamptz not null,
  created_at timestamptz not null,
  used_at timestamptz,
  stream_sid text,
  credential_hash bytea,
  -- until when the credential is good
  expires_at timestamptz not null,
  -- when the stream was over
  closed_at timestamptz,
  -- when we were asked to end the call
  hang_up_at timestamptz
);
create unique index bridge_sessions_token on bridge_sessions (token_hash);
create unique index bridge_sessions_credential on bridge_sessions (credential_hash);
create index bridge_sessions_call on bridge_sessions (organization_id, call_id, id);
create index bridge_sessions_expiry on bridge_sessions (expires_at);
call app.isolate('bridge_sessions');
-- A stream shows its token, and the bridge its credential, before it is known whose call it is.
call app.open_to_system('bridge_sessions', 'select, update, delete');
grant select, insert, update on bridge_sessions to hekax_app;
