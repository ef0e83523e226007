-- Who wants to sign in with another address, which has not been confirmed yet: the newest wish of a person, for a day.
create table email_changes (
  user_id uuid primary key references users on delete cascade,
  id uuid not null unique,
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index email_changes_expiry on email_changes (expires_at);
call app.open_to_system('email_changes', 'select, insert, update, delete');
