-- Who the organization is, for those who speak in its name, tell its time or read a telephone number as people there say it.
create view accounts_read.organizations with (security_invoker = true) as
  select organization_id, name, time_zone, country
    from organizations;

grant select on accounts_read.organizations to hekax_app;
