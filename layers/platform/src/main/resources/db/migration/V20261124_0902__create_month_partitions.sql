-- Tables that grow with every call are partitioned by month. Their ids are version 7 UUIDs, which begin with the
-- time: partitioning by the id keeps it the whole primary key, and a look-up by id touches one partition.

-- The smallest version 7 UUID of a moment.
create function app.first_uuid(moment timestamptz) returns uuid
  language sql immutable
  as $$ select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid $$;

-- Which tables the daily job makes partitions for.
create table app.month_partitioned (
  table_name text primary key
);

create procedure app.create_month_partition(target regclass, month date)
  language plpgsql
  as $$
declare
  first_day timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
  next_month timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
  -- Not the regclass's own text: it names the schema whenever the search path does not.
  parent text := (select relname from pg_class where oid = target);
  partition text := format('%s_%s', parent, to_char(month, 'YYYYMM'));
begin
  if to_regclass(format('public.%I', partition)) is null then
    execute format('create table public.%I partition of %s for values from (%L) to (%L)',
      partition, target, app.first_uuid(first_day), app.first_uuid(next_month));
    -- Rights and policies are the parent's; a partition is never named in a statement.
    execute format('alter table public.%I enable row level security', partition);
    execute format('alter table public.%I force row level security', partition);
  end if;
end
$$;

-- From last month (a clock may lag at midnight) to as many months ahead as asked; run daily.
create function app.create_month_partitions(months_ahead integer) returns void
  language plpgsql
  security definer
  set search_path = public, pg_temp
  as $$
declare
  parent text;
begin
  for parent in select table_name from app.month_partitioned loop
    for step in -1 .. months_ahead loop
      call app.create_month_partition(format('public.%I', parent)::regclass,
        (date_trunc('month', now() at time zone 'UTC') + make_interval(months => step))::date);
    end loop;
  end loop;
end
$$;

-- Call it once, right after creating the partitioned table.
create procedure app.partition_by_month(target regclass)
  language plpgsql
  as $$
begin
  insert into app.month_partitioned (table_name) select relname from pg_class where oid = target;
  perform app.create_month_partitions(3);
end
$$;

revoke all on all routines in schema app from public;
grant execute on function app.create_month_partitions(integer) to hekax_system;
