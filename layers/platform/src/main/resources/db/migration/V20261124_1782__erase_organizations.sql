-- That an organization was erased, or is being erased: the receipt. It outlives what it tells of, so it names nobody but by
-- ids that lead nowhere any more, and refers to no table.
create table organization_erasures (
  organization_id uuid primary key,
  -- a user
  requested_by uuid not null,
  requested_at timestamptz not null,
  begun_at timestamptz not null,
  -- the newest announcement, which all must have handled who have something outside the database
  event_id uuid not null,
  announced_at timestamptz not null,
  -- when all had: from then on rows are erased
  given_back_at timestamptz,
  -- rows that were erased, by table
  counts jsonb not null default '{}',
  erased_at timestamptz,
  -- when what came in late was erased, too
  swept_at timestamptz
);
create index organization_erasures_open on organization_erasures (begun_at) where erased_at is null;
create index organization_erasures_late on organization_erasures (erased_at) where swept_at is null;
create index organization_erasures_age on organization_erasures (erased_at);
call app.open_to_system('organization_erasures', 'select, insert, update, delete');

-- Whose rows the running statement erases: set by the functions below alone, and for their owner alone it means anything.
create function app.erased_organization() returns uuid
  language sql stable
  as $$ select nullif(current_setting('app.erased_organization', true), '')::uuid $$;
create function app.erased_person() returns uuid
  language sql stable
  as $$ select nullif(current_setting('app.erased_person', true), '')::uuid $$;

-- Lets the rows of a table be erased with their organization. Called for every table that holds organizations' rows.
create procedure app.let_erase(target regclass)
  language plpgsql
  as $$
begin
  execute format(
    'create policy erased_rows on %s to hekax_owner using (organization_id = (select app.erased_organization()))', target);
end
$$;

-- As before, and so that nothing of an organization outlives it.
create or replace procedure app.isolate(target regclass)
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy organization_rows on %s to hekax_app '
    'using (organization_id = (select app.current_organization())) '
    'with check (organization_id = (select app.current_organization()))', target);
  call app.let_erase(target);
end
$$;

-- The tables that hold organizations' rows, those that refer to others before these.
create function app.tables_of_organizations() returns table (name text, key text)
  language sql stable
  set search_path = pg_catalog, pg_temp
  as $$
    with recursive kept as (
      select relation.oid, relation.relname
        from pg_class as relation
        join pg_attribute as attribute on attribute.attrelid = relation.oid
       where relation.relnamespace = 'public'::regnamespace
         and relation.relkind in ('r', 'p') and not relation.relispartition
         and attribute.attname = 'organization_id' and not attribute.attisdropped
         -- the receipt
         and relation.relname <> 'organization_erasures'
    ), referred as (
      select oid, 0 as depth from kept
       union
      select reference.confrelid, referred.depth + 1
        from referred
        join pg_constraint as reference on reference.conrelid = referred.oid and reference.contype = 'f'
       where reference.confrelid <> reference.conrelid and referred.depth < 100
    )
    select kept.relname::text,
           (select string_agg(quote_ident(attname), ', ' order by place)
              from pg_constraint
             cross join unnest(conkey) with ordinality as column_number (number, place)
              join pg_attribute on attrelid = conrelid and attnum = column_number.number
             where contype = 'p' and conrelid = kept.oid)
      from kept
      join referred on referred.oid = kept.oid
     group by kept.oid, kept.relname
     -- What is erased is told to the log: it goes last.
     order by kept.relname = 'audit_log', max(referred.depth), kept.relname
  $$;

do $$
declare
  table_name text;
begin
  for table_name in select name from app.tables_of_organizations() loop
    call app.let_erase(format('public.%I', table_name)::regclass);
  end loop;
end
$$;

-- A person is erased with the last organization they belonged to, and with what they left in others.
create policy erased_person_rows on users to hekax_owner using (id = (select app.erased_person()));
create policy erased_person_rows on memberships for select to hekax_owner using (user_id = (select app.erased_person()));
create policy erased_person_rows on sessions to hekax_owner using (user_id = (select app.erased_person()));
create policy erased_person_rows on refresh_tokens to hekax_owner
  using (session_id in (select id from sessions where user_id = (select app.erased_person())));
create policy erased_person_rows on email_preferences to hekax_owner using (user_id = (select app.erased_person()));
create policy erased_person_rows on two_steps to hekax_owner using (user_id = (select app.erased_person()));
create policy erased_person_rows on recovery_codes to hekax_owner using (user_id = (select app.erased_person()));
create policy erased_person_rows on sign_in_challenges to hekax_owner using (user_id = (select app.erased_person()));
create policy erased_person_rows on password_resets to hekax_owner using (user_id = (select app.erased_person()));
create policy erased_person_rows on email_changes to hekax_owner using (user_id = (select app.erased_person()));

-- What erasing looks for.
create index outbox_organization on outbox (organization_id);
create index call_leg_sids_organization on call_leg_sids (organization_id);
create index refresh_tokens_organization on refresh_tokens (organization_id);
create index delivery_attempts_organization on delivery_attempts (organization_id);

-- Whose days are over and whose erasing was begun, or who was erased before and is there no more; anybody else's rows stay,
-- whoever asks.
create policy due_rows on organization_closings for select to hekax_owner using (begun_at is not null);
create policy receipts on organization_erasures for select to hekax_owner using (true);
create function app.check_may_erase(organization uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
  as $$
begin
  perform set_config('app.erased_organization', organization::text, true);
  if not exists (
       select from public.organization_closings
        where organization_id = organization and begun_at is not null and erases_at <= clock_timestamp())
     and (not exists (
            select from public.organization_erasures
             where organization_id = organization and erased_at is not null)
          or exists (select from public.organizations where organization_id = organization))
  then
    raise insufficient_privilege using message = 'This organization is not to be erased';
  end if;
end
$$;

-- Erases so many rows of the first table that has any left; null is all. No row is answered when none is left.
create function app.erase_rows(organization uuid, most integer, tables text[])
  returns table (table_name text, row_count integer)
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
  as $$
declare
  target record;
  erased integer;
begin
  perform set_config('app.erased_organization', organization::text, true);
  for target in select name, key from app.tables_of_organizations() where name = any (tables) loop
    if not exists (select from pg_policy where polrelid = format('public.%I', target.name)::regclass and polname = 'erased_rows')
    then
      raise exception 'The rows of % cannot be erased: call app.let_erase', target.name;
    end if;
    execute format(
      'delete from public.%1$I where organization_id = $1 and (%2$s) in '
      '(select %2$s from public.%1$I where organization_id = $1 limit $2)', target.name, target.key)
      using organization, most;
    get diagnostics erased = row_count;
    if erased > 0 then
      perform set_config('app.erased_organization', '', true);
      return query select target.name, erased;
      return;
    end if;
  end loop;
  perform set_config('app.erased_organization', '', true);
end
$$;

-- What everything else hangs on: it goes in one transaction, at the end.
create function app.erased_at_the_end() returns text[]
  language sql immutable
  as $$ select '{organization_closings,memberships,organizations}'::text[] $$;

-- Erases so many rows of one table of an organization, and says which and how many. No row is answered when all is done that
-- can be done bit by bit.
create function app.erase_some_of_organization(organization uuid, most integer)
  returns table (table_name text, row_count integer)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
  as $$
begin
  perform app.check_may_erase(organization);
  return query
    select erased.table_name, erased.row_count
      from app.erase_rows(organization, most,
             array(select name from app.tables_of_organizations() where name <> all (app.erased_at_the_end()))) as erased;
end
$$;

-- Erases what is left of an organization, itself, and the people who belonged to no other; says how many rows of which table.
create function app.erase_organization(organization uuid)
  returns table (table_name text, row_count integer)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
  as $$
declare
  member uuid;
  leaving uuid[];
  reference record;
  erased record;
  deleted integer;
begin
  perform app.check_may_erase(organization);
  perform set_config('app.erased_organization', organization::text, true);
  -- Held: whoever adds a row that refers to it waits, and is refused afterwards.
  perform from public.organizations where organization_id = organization for update;
  leaving := array(select user_id from public.memberships where organization_id = organization);

  loop
    select * into erased
      from app.erase_rows(organization, null, array(select name from app.tables_of_organizations()));
    exit when not found;
    return query select erased.table_name, erased.row_count;
  end loop;

  foreach member in array leaving loop
    perform set_config('app.erased_person', member::text, true);
    continue when exists (select from public.memberships where user_id = member);
    delete from public.refresh_tokens
     where session_id in (select id from public.sessions where user_id = member);
    get diagnostics deleted = row_count;
    return query select 'refresh_tokens', deleted where deleted > 0;
    for reference in
      select relation.relname as name, attribute.attname as person
        from pg_constraint
        join pg_class as relation on relation.oid = conrelid
        join pg_attribute as attribute on attribute.attrelid = conrelid and attribute.attnum = conkey[1]
       where contype = 'f' and confrelid = 'public.users'::regclass and not relation.relispartition
       order by relation.relname
    loop
      execute format('delete from public.%I where %I = $1', reference.name, reference.person) using member;
      get diagnostics deleted = row_count;
      return query select reference.name::text, deleted where deleted > 0;
    end loop;
    delete from public.users where id = member;
    return query select 'users', 1;
  end loop;
  perform set_config('app.erased_person', '', true);
end
$$;

revoke all on all routines in schema app from public;
grant execute on function app.erase_some_of_organization(uuid, integer), app.erase_organization(uuid) to hekax_system;
