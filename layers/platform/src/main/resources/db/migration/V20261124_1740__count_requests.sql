-- How much of a quota is spent, as the time at which all of it will be there again. That is all that a bucket which fills
-- evenly needs: no window begins anew, and a row whose time is over is as good as none. Not written ahead: after a crash
-- everybody starts with a full quota. The key is a hash of who and for what. Room for the next version of a row on its page,
-- and no index on the time, so that counting never touches an index.
create unlogged table request_rates (
  key uuid primary key,
  full_at timestamptz not null
) with (fillfactor = 50);
-- Old rows go with all others. Functions get at no row: they ask below, and that works as the owner.
call app.open_to_system('request_rates', 'select, delete');
alter table request_rates no force row level security;

-- Charges one request to each quota in turn, and stops at the first with nothing left: what is wider is then not charged, so
-- that one key that asks without end does not spend the quota of its whole organization. Whoever calls names the keys from
-- the narrow to the wide; rows are locked in that order by everybody, the one that most share last. The clock is the
-- database's, read after the lock was given.
create function app.count_request(keys uuid[], costs bigint[], windows bigint[])
  returns table (granted boolean, full_in_millis bigint)
  language plpgsql
  security definer
  set search_path = pg_catalog, public, pg_temp
  -- Whoever waits longer for a lock goes on uncounted.
  set lock_timeout = '100ms'
  as $$
declare
  cost interval;
  size interval;
  until timestamptz;
begin
  for i in 1 .. cardinality(keys) loop
    cost := costs[i] * interval '1 millisecond';
    size := windows[i] * interval '1 millisecond';
    insert into request_rates as rate (key, full_at) values (keys[i], clock_timestamp() + cost)
    on conflict (key) do update
       set full_at = greatest(rate.full_at, clock_timestamp()) + cost
     where greatest(rate.full_at, clock_timestamp()) + cost <= clock_timestamp() + size
    returning rate.full_at into until;
    granted := found;
    if not granted then
      -- Ours until the end of this statement: the refused update has locked it.
      select full_at into until from request_rates where key = keys[i];
    end if;
    full_in_millis := ceil(extract(epoch from until - clock_timestamp()) * 1000);
    return next;
    exit when not granted;
  end loop;
end
$$;
revoke all on function app.count_request(uuid[], bigint[], bigint[]) from public;
grant execute on function app.count_request(uuid[], bigint[], bigint[]) to hekax_app;
