-- When a device last continued its session, and from where; null is not since it signed in.
alter table sessions
  add column last_used_at timestamptz,
  add column address text;

-- A person sees and ends their sessions in all of their organizations.
create index sessions_person on sessions (user_id, id) where ended_at is null;
call app.isolate('sessions');
