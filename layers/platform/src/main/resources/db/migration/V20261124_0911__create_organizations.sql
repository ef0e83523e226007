create table organizations (
  organization_id uuid primary key,
  name text not null,
  time_zone text not null,
  country text not null,
  plan text not null references plans (code),
  created_at timestamptz not null
);
call app.isolate('organizations');
call app.open_to_system('organizations', 'select, insert');
grant select on organizations to hekax_app;

-- A person; may belong to several organizations. Passwords are seen by hekax_system alone.
create table users (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  created_at timestamptz not null
);
create unique index users_email on users (lower(email));
call app.open_to_system('users', 'select, insert, update');

create table memberships (
  organization_id uuid not null references organizations,
  user_id uuid not null references users,
  role text not null check (role in ('OWNER', 'ADMIN', 'MANAGER', 'AGENT')),
  created_at timestamptz not null,
  primary key (organization_id, user_id)
);
create index memberships_user on memberships (user_id);
call app.isolate('memberships');
call app.open_to_system('memberships', 'select, insert');
grant select on memberships to hekax_app;

-- hekax_app sees the people of its organization, and of them only who they are.
create policy members_of_organization on users for select to hekax_app
  using (exists (
    select from memberships
     where memberships.user_id = users.id
       and memberships.organization_id = (select app.current_organization())));
grant select (id, email, name) on users to hekax_app;
