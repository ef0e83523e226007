-- Who may choose a new password with the link they were sent: the newest of a person, once, for half an hour. The code of the
-- link is made from the id and stands nowhere.
create table password_resets (
  user_id uuid primary key references users on delete cascade,
  id uuid not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index password_resets_expiry on password_resets (expires_at);
call app.open_to_system('password_resets', 'select, insert, update, delete');
