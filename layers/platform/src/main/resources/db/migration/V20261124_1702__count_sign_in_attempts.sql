-- How often somebody failed of late, by the hash of what is counted: an account's e-mail address, the address that it was
-- tried from. An attempt is counted before it is known how it ends, so that those made at once cannot all be the last one.
create table sign_in_attempts (
  key bytea primary key,
  failures integer not null,
  attempted_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_attempts_age on sign_in_attempts (attempted_at);
call app.open_to_system('sign_in_attempts', 'select, insert, update, delete');
