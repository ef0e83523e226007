-- Of an answer with a stream that Twilio asks for again, any may be the one it goes by; and of a session that
-- the bridge opens again because the answer was lost, either credential may be the one it has.
alter table bridge_sessions
  add column earlier_token_hashes bytea[] not null default '{}',
  add column repeated_credential_hash bytea;

create index bridge_sessions_sid on bridge_sessions (call_sid);
create unique index bridge_sessions_repeated_credential on bridge_sessions (repeated_credential_hash);
