-- A signed-in device. Its refresh tokens follow one another; only the newest may be used, and using an older one ends the session.
create table sessions (
  id uuid primary key,
  organization_id uuid not null references organizations,
  user_id uuid not null references users,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_because text,
  user_agent text,
  foreign key (organization_id, user_id) references memberships
);
create index sessions_user on sessions (organization_id, user_id);
call app.open_to_system('sessions', 'select, insert, update');

create table refresh_tokens (
  token_hash bytea primary key,
  organization_id uuid not null,
  session_id uuid not null references sessions,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  replaced_at timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);
create index refresh_tokens_expiry on refresh_tokens (expires_at);
call app.open_to_system('refresh_tokens', 'select, insert, update, delete');
