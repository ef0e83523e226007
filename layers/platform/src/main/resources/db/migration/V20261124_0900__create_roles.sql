-- hekax_owner runs this and owns everything; functions connect as one of two roles that own nothing.
--   hekax_app     one organization a transaction, held by row-level security
--   hekax_system  what must cross organizations; only the tables that app.open_to_system names
do $$
begin
  if not exists (select from pg_roles where rolname = 'hekax_app') then
    create role hekax_app login;
  end if;
  if not exists (select from pg_roles where rolname = 'hekax_system') then
    create role hekax_system login;
  end if;
  -- On RDS the roles sign in with IAM tokens.
  if exists (select from pg_roles where rolname = 'rds_iam') then
    grant rds_iam to hekax_app, hekax_system;
  end if;
end
$$;

-- Limits sit on the roles, because a SET in a session would pin it to one connection of RDS Proxy.
alter role hekax_app set statement_timeout = '10s';
alter role hekax_app set lock_timeout = '3s';
alter role hekax_app set idle_in_transaction_session_timeout = '15s';
alter role hekax_system set statement_timeout = '30s';
alter role hekax_system set lock_timeout = '3s';
alter role hekax_system set idle_in_transaction_session_timeout = '30s';

revoke all on schema public from public;
grant usage on schema public to hekax_app, hekax_system;
