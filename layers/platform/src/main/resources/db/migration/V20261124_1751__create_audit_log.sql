-- Who changed what, written by the tables themselves: no code can forget it, and none can write, change or delete a row.
create table audit_log (
  id uuid not null primary key,
  organization_id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('PERSON', 'API_KEY', 'ASSISTANT', 'SYSTEM')),
  -- a person, a key, or the call that the assistant was in
  actor_id uuid,
  action text not null,
  target_type text not null,
  target_id text,
  -- the fields that the change was of, by their columns; null where there were none
  before jsonb,
  after jsonb,
  address text,
  request_id text
) partition by range (id);
-- An id begins with its time, so a page walks the partitions from the newest and stops.
create index audit_log_newest on audit_log (organization_id, id desc);
create index audit_log_actor on audit_log (organization_id, actor_id, id desc);
create index audit_log_action on audit_log (organization_id, action, id desc);
create index audit_log_target on audit_log (organization_id, target_id, id desc);
call app.isolate('audit_log');
grant select on audit_log to hekax_app;
call app.partition_by_month('audit_log');

-- The functions below write as their owner, who may do nothing else here.
create policy written_rows on audit_log for insert to hekax_owner with check (true);
-- A person is no organization's: whose log a change of one belongs to is found by the memberships of that one.
create policy memberships_of_audited_person on memberships for select to hekax_owner
  using (user_id = nullif(current_setting('app.audited_person', true), '')::uuid);

-- A version 7 UUID of a moment, which keeps the order of what happens within a millisecond (RFC 9562, section 6.2, method 3).
create function app.uuid_of(moment timestamptz) returns uuid
  language sql volatile
  as $$
    select (lpad(to_hex(micros / 1000), 12, '0')
            || '7' || lpad(to_hex(micros % 1000 * 4096 / 1000), 3, '0')
            || substr(replace(gen_random_uuid()::text, '-', ''), 17))::uuid
      from (select (extract(epoch from moment) * 1000000)::bigint as micros) as exact
  $$;

-- What stands in the log for a text that it must not repeat: enough to tell one number or address from another.
create function app.masked(value text) returns text
  language sql immutable
  as $$
    select case
             when value ~ '^\+[1-9][0-9]{6,14}$' then '•••' || right(value, 2)
             when value ~ '^[^@\s]+@[^@\s]+$' then left(value, 1) || '•••' || substr(value, position('@' in value))
             else '•••'
           end
  $$;

create function app.as_audited(value jsonb, shown boolean) returns jsonb
  language sql immutable
  as $$
    select case
             when value is null or shown then value
             when jsonb_typeof(value) = 'string' then to_jsonb(app.masked(value #>> '{}'))
             else '"•••"'
           end
  $$;

-- One row of the log. A transaction in which nobody was named is its person's own, as signing in is, or the system's.
create function app.write_audit(
    organization uuid, action text, target_type text, target_id text, before jsonb, after jsonb, person uuid) returns void
  language sql volatile
  as $$
    insert into public.audit_log
      (id, organization_id, at, actor_kind, actor_id, action, target_type, target_id, before, after, address, request_id)
    select app.uuid_of(moment), organization, date_trunc('milliseconds', moment),
           coalesce(acting.kind, case when person is null then 'SYSTEM' else 'PERSON' end),
           case when acting.kind is null then person else acting.id end,
           action, target_type, target_id, before, after,
           nullif(current_setting('app.address', true), ''), nullif(current_setting('app.request_id', true), '')
      from (select clock_timestamp() as moment,
                   nullif(current_setting('app.actor_kind', true), '') as kind,
                   nullif(current_setting('app.actor_id', true), '')::uuid as id) as acting
  $$;

-- The trigger of app.audit, which says what its arguments are.
create function app.audit_change() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  as $$
declare
  thing constant text := tg_argv[0];
  id_column constant text := tg_argv[1];
  person_column constant text := tg_argv[2];
  shown constant text[] := tg_argv[3];
  ignored constant text[] := tg_argv[4];
  verbs constant text[] := tg_argv[5];
  was constant jsonb := to_jsonb(old);
  became constant jsonb := to_jsonb(new);
  whole constant jsonb := coalesce(became, was);
  before jsonb;
  after jsonb;
  action text;
  organization uuid;
begin
  select jsonb_object_agg(field.name, app.as_audited(field.was, field.name = any (shown))) filter (where field.was is not null),
         jsonb_object_agg(field.name, app.as_audited(field.became, field.name = any (shown)))
           filter (where field.became is not null)
    into before, after
    from (select name, nullif(was -> name, 'null') as was, nullif(became -> name, 'null') as became
            from jsonb_object_keys(whole) as name
           where name <> all (ignored) and name not in (id_column, 'organization_id')) as field
   where field.was is distinct from field.became;
  if before is null and after is null and tg_op = 'UPDATE' then
    return null;
  end if;

  action := thing || '.' || verbs[case tg_op when 'INSERT' then 1 when 'UPDATE' then 2 else 3 end];
  if whole ? 'organization_id' then
    perform app.write_audit(
      (whole ->> 'organization_id')::uuid, action, thing, whole ->> id_column, before, after, (whole ->> person_column)::uuid);
  else
    perform set_config('app.audited_person', whole ->> id_column, true);
    for organization in
      select membership.organization_id from public.memberships as membership
       where membership.user_id = (whole ->> id_column)::uuid
    loop
      perform app.write_audit(
        organization, action, thing, whole ->> id_column, before, after, (whole ->> person_column)::uuid);
    end loop;
    perform set_config('app.audited_person', '', true);
  end if;
  return null;
end
$$;

-- Call it once for a table whose rows people or the assistant change.
--   thing    what a row is called: its changes are "thing.verb"
--   id       the column that tells rows of an organization apart
--   person   the column with whose row it is: who acts when nobody is signed in yet
--   shown    columns whose values the log may repeat. Every other is masked, so one that is added later is a secret until
--            somebody says otherwise
--   ignored  columns that are no change by themselves, such as a time or a count
--   verbs    of an insert, an update and a delete; null where the log does not tell of it
-- A table without organization_id is of persons, and a change is told to each organization that the person belongs to.
create procedure app.audit(
    target regclass, thing text, shown text[], ignored text[] default '{}', id text default 'id', person text default '',
    verbs text[] default '{created,updated,deleted}')
  language plpgsql
  as $$
declare
  events text[] := array_remove(array[
    case when verbs[1] is not null then 'insert' end,
    case when verbs[2] is not null then 'update' end,
    case when verbs[3] is not null then 'delete' end], null);
begin
  execute format('drop trigger if exists audit on %s', target);
  execute format(
    'create trigger audit after %s on %s for each row execute function app.audit_change(%L, %L, %L, %L, %L, %L)',
    array_to_string(events, ' or '), target, thing, id, person, shown, ignored, verbs);
end
$$;

-- What happened and changed no row, such as a sign-in that failed. An organization writes into its own log alone.
create function app.note(organization uuid, action text, target_type text, target_id text, detail jsonb) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
  as $$
begin
  if session_user = 'hekax_app' and organization is distinct from app.current_organization() then
    raise insufficient_privilege using message = 'The log of another organization';
  end if;
  perform app.write_audit(organization, action, target_type, target_id, null, detail, null);
end
$$;

revoke all on all routines in schema app from public;
grant execute on function app.note(uuid, text, text, text, jsonb) to hekax_app, hekax_system;
