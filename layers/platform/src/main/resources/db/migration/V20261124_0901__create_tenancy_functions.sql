create schema app;
grant usage on schema app to hekax_app, hekax_system;

-- The first statement of every transaction of hekax_app. A function and not a SET: RDS Proxy does not look
-- into functions, and "true" ends the setting with the transaction.
create function app.enter_organization(organization uuid) returns void
  language sql volatile
  as $$ select set_config('app.organization_id', organization::text, true) $$;

-- After a transaction the setting is '' and not null: nullif makes that "no organization", so nothing is visible.
create function app.current_organization() returns uuid
  language sql stable
  as $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;

-- Call it right after creating a table that holds an organization's rows.
create procedure app.isolate(target regclass)
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy organization_rows on %s to hekax_app '
    'using (organization_id = (select app.current_organization())) '
    'with check (organization_id = (select app.current_organization()))', target);
end
$$;

-- Lets hekax_system work on a table across organizations; "rights" are what it is granted, for example 'select, update'.
create procedure app.open_to_system(target regclass, rights text)
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy system_rows on %s to hekax_system using (true) with check (true)', target);
  execute format('grant %s on %s to hekax_system', rights, target);
end
$$;

revoke all on all routines in schema app from public;
grant execute on function app.enter_organization(uuid), app.current_organization() to hekax_app, hekax_system;
