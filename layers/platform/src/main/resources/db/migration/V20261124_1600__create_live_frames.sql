-- The number of the last frame of each organization. Whoever numbers one holds the row until it is committed, so frames become visible in
-- the order of their numbers, and no number is missing.
create table live_sequences (
  organization_id uuid primary key references organizations,
  last bigint not null
);
call app.isolate('live_sequences');
grant select, insert, update on live_sequences to hekax_app;

-- What open pages were told, for those that were not there.
create table live_frames (
  organization_id uuid not null references organizations,
  seq bigint not null,
  type text not null,
  at timestamptz not null,
  data jsonb not null,
  created_at timestamptz not null,
  primary key (organization_id, seq)
);
create index live_frames_age on live_frames (created_at);
call app.isolate('live_frames');
call app.open_to_system('live_frames', 'select, delete');
grant select, insert on live_frames to hekax_app;
