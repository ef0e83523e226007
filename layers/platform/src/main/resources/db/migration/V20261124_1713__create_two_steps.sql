-- A person's authenticator. Its secret is sealed for them; a step of it is good once, and wrong codes in a row close
-- it for a while.
create table two_steps (
  user_id uuid primary key references users,
  secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  failures integer not null default 0,
  locked_until timestamptz
);
call app.open_to_system('two_steps', 'select, insert, update, delete');

-- For a person whose authenticator is lost: each is good once and then gone.
create table recovery_codes (
  user_id uuid not null references users,
  code_hash bytea not null,
  primary key (user_id, code_hash)
);
call app.open_to_system('recovery_codes', 'select, insert, delete');

-- Somebody has shown their password, and is asked for the second step.
create table sign_in_challenges (
  challenge_hash bytea primary key,
  user_id uuid not null references users,
  expires_at timestamptz not null
);
create index sign_in_challenges_user on sign_in_challenges (user_id);
create index sign_in_challenges_expiry on sign_in_challenges (expires_at);
-- The right to change it is what holding a row until a commit needs.
call app.open_to_system('sign_in_challenges', 'select, insert, update, delete');
