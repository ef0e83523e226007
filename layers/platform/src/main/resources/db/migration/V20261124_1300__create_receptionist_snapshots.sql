-- What the receptionist is told for a call, composed anew with every change of its settings or facts.
create table receptionist_snapshots (
  organization_id uuid primary key references organizations,
  version integer not null,
  -- as the media bridge gets it; see docs/api/bridge.md
  snapshot jsonb not null,
  published_at timestamptz not null
);
call app.isolate('receptionist_snapshots');
-- A call that begins is known by its token before its organization is.
call app.open_to_system('receptionist_snapshots', 'select');
grant select, insert, update on receptionist_snapshots to hekax_app;

create schema receptionist_read;
grant usage on schema receptionist_read to hekax_app, hekax_system;

create view receptionist_read.snapshots with (security_invoker = true) as
  select organization_id, version, snapshot
    from receptionist_snapshots;

grant select on receptionist_read.snapshots to hekax_app, hekax_system;
