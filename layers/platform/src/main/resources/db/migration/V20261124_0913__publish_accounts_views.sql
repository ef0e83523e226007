-- Published read views: the only SQL of this domain that another may name. They run with the reader's rights.
create schema accounts_read;
grant usage on schema accounts_read to hekax_app;

create view accounts_read.members with (security_invoker = true) as
  select memberships.organization_id, memberships.user_id, users.name, users.email, memberships.role
    from memberships
    join users on users.id = memberships.user_id;

create view accounts_read.entitlements with (security_invoker = true) as
  select organizations.organization_id, plans.code as plan, plans.call_minutes, plans.ai_minutes,
         plans.phone_numbers, plans.members, plans.features
    from organizations
    join plans on plans.code = organizations.plan;

grant select on accounts_read.members, accounts_read.entitlements to hekax_app;
