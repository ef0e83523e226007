-- How long the rows of a table are kept; null keeps them for good. Months go whole, once the last row of one is that old.
alter table app.month_partitioned add column months_kept integer;
update app.month_partitioned set months_kept = 12 where table_name = 'audit_log';

-- Drops the partitions whose time is over and says how many; run daily.
create function app.drop_expired_month_partitions() returns integer
  language plpgsql
  security definer
  set search_path = public, pg_temp
  as $$
declare
  expired text;
  dropped integer := 0;
begin
  for expired in
    select partition.relname
      from app.month_partitioned as kept
      join pg_class as parent on parent.relname = kept.table_name and parent.relnamespace = 'public'::regnamespace
      join pg_inherits on inhparent = parent.oid
      join pg_class as partition on partition.oid = inhrelid
     where to_date(right(partition.relname, 6), 'YYYYMM') + interval '1 month'
           <= (now() at time zone 'UTC') - make_interval(months => kept.months_kept)
  loop
    execute format('drop table public.%I', expired);
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$$;

revoke all on all routines in schema app from public;
grant execute on function app.drop_expired_month_partitions() to hekax_system;
