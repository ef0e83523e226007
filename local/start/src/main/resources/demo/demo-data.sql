-- Two businesses, the same on every machine. Every id is fixed and begins with the time it stands for.
insert into organizations (organization_id, name, time_zone, country, plan, created_at) values
  ('019a0000-0000-7000-8000-000000000001', 'Bright Dental', 'America/Chicago', 'US', 'SCALE', '2026-09-01T14:00:00Z'),
  ('019a0000-0000-7000-8000-000000000002', 'Rapid Plumbing', 'America/Los_Angeles', 'US', 'TRIAL', '2026-11-10T17:00:00Z')
on conflict do nothing;

-- The password of all is demo-password-2026 (bcrypt, cost 12).
insert into users (id, email, name, password_hash, created_at)
select id::uuid, email, name, '$2a$12$Gf1C7qM7GUFOJhSNWq4Xuu0iPQ5MbdMhmWNuT..DbOU2MnuUoM36W', '2026-09-01T14:00:00Z'
  from (values
    ('019a0000-0000-7000-8000-000000000011', 'owner@brightdental.example', 'Dana Bright'),
    ('019a0000-0000-7000-8000-000000000012', 'ana@brightdental.example', 'Ana Silva'),
    ('019a0000-0000-7000-8000-000000000013', 'sam@brightdental.example', 'Sam Okafor'),
    ('019a0000-0000-7000-8000-000000000021', 'owner@rapidplumbing.example', 'Rosa Rapid'),
    ('019a0000-0000-7000-8000-000000000022', 'joe@rapidplumbing.example', 'Joe Pipe')) as person (id, email, name)
on conflict do nothing;

insert into memberships (organization_id, user_id, role, created_at) values
  ('019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000011', 'OWNER', '2026-09-01T14:00:00Z'),
  ('019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000012', 'MANAGER', '2026-09-02T14:00:00Z'),
  ('019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000013', 'AGENT', '2026-09-03T14:00:00Z'),
  ('019a0000-0000-7000-8000-000000000002', '019a0000-0000-7000-8000-000000000021', 'OWNER', '2026-11-10T17:00:00Z'),
  ('019a0000-0000-7000-8000-000000000002', '019a0000-0000-7000-8000-000000000022', 'AGENT', '2026-11-10T18:00:00Z')
on conflict do nothing;

insert into phone_numbers (id, organization_id, number, label, created_at) values
  ('019a0000-0000-7000-8000-000000000031', '019a0000-0000-7000-8000-000000000001', '+14155550100', 'Main line', '2026-09-01T14:05:00Z'),
  ('019a0000-0000-7000-8000-000000000032', '019a0000-0000-7000-8000-000000000002', '+16285550100', 'Emergency line', '2026-11-10T17:05:00Z')
on conflict do nothing;

insert into business_hours (organization_id, weekday, opens, closes)
select '019a0000-0000-7000-8000-000000000001'::uuid, day, '09:00'::time, '17:00'::time from generate_series(1, 5) as day
on conflict do nothing;
insert into business_hours (organization_id, weekday, opens, closes)
select '019a0000-0000-7000-8000-000000000002'::uuid, day, '07:00'::time, '19:00'::time from generate_series(1, 6) as day
on conflict do nothing;

insert into transfer_targets (id, organization_id, name, number, position) values
  ('019a0000-0000-7000-8000-000000000035', '019a0000-0000-7000-8000-000000000001', 'Dana Bright', '+14155550171', 1),
  ('019a0000-0000-7000-8000-000000000036', '019a0000-0000-7000-8000-000000000001', 'Ana Silva', '+14155550172', 2)
on conflict do nothing;

-- Calls of the last days before the first start. Their ids must lie in a month that has a partition: it is made here.
do $$
declare
  base timestamptz := date_trunc('hour', now()) - interval '1 day';
begin
  if not exists (select from call_leg_sids) then
    insert into call_legs
      (id, organization_id, call_id, call_sid, direction, from_number, to_number, status, started_at, answered_at, ended_at, talk_seconds)
    select (substr(app.first_uuid(base + call.at)::text, 1, 24) || call.tail)::uuid, call.organization::uuid,
           (substr(app.first_uuid(base + call.at)::text, 1, 24) || 'c' || substr(call.tail, 2))::uuid,
           'CA' || repeat('0', 20) || call.tail, 'INBOUND', call.caller, call.number, call.status,
           base + call.at, case when call.seconds > 0 then base + call.at + interval '6 seconds' end,
           base + call.at + make_interval(secs => call.seconds + 6), call.seconds
      from (values
        ('019a0000-0000-7000-8000-000000000001', interval '0 minutes', '+14155550132', '+14155550100', 'COMPLETED', 252, '000000000041'),
        ('019a0000-0000-7000-8000-000000000001', interval '42 minutes', '+14155550177', '+14155550100', 'NO_ANSWER', 0, '000000000042'),
        ('019a0000-0000-7000-8000-000000000001', interval '3 hours', null, '+14155550100', 'COMPLETED', 61, '000000000043'),
        ('019a0000-0000-7000-8000-000000000002', interval '1 hour', '+16285550144', '+16285550100', 'COMPLETED', 187, '000000000044'),
        ('019a0000-0000-7000-8000-000000000002', interval '5 hours', '+16285550165', '+16285550100', 'BUSY', 0, '000000000045'))
        as call (organization, at, caller, number, status, seconds, tail);
    insert into call_leg_sids (call_sid, organization_id, leg_id, call_id, created_at)
    select call_sid, organization_id, id, call_id, started_at from call_legs;
  end if;
end
$$;

insert into leads
  (id, organization_id, name, phone, email, company, need, stage, source, assigned_to, created_at, updated_at)
values
  ('019a0000-0000-7000-8000-000000000051', '019a0000-0000-7000-8000-000000000001', 'Maria Lopez', '+14155550132', 'maria.lopez@example.com', null,
   'Chipped a front tooth, wants to be seen this week. Insurance is Delta.', 'NEW', 'CALL', null, '2026-11-23T15:42:00Z', '2026-11-23T15:42:00Z'),
  ('019a0000-0000-7000-8000-000000000052', '019a0000-0000-7000-8000-000000000001', 'Jorge Ortiz', '+14155550118', null, null,
   'Asked what an implant costs and how long it takes.', 'CONTACTED', 'CALL', '019a0000-0000-7000-8000-000000000012', '2026-11-20T16:10:00Z', '2026-11-20T18:00:00Z'),
  ('019a0000-0000-7000-8000-000000000053', '019a0000-0000-7000-8000-000000000001', 'Priya Shah', '+14155550190', 'priya@example.com', 'Shah Design',
   'Check-ups for a team of eight.', 'QUALIFIED', 'MANUAL', '019a0000-0000-7000-8000-000000000011', '2026-11-18T20:30:00Z', '2026-11-19T15:00:00Z'),
  ('019a0000-0000-7000-8000-000000000054', '019a0000-0000-7000-8000-000000000001', 'Tom Becker', '+14155550161', null, null,
   'Second opinion on a crown.', 'WON', 'CALL', '019a0000-0000-7000-8000-000000000013', '2026-11-12T17:05:00Z', '2026-11-14T17:05:00Z'),
  ('019a0000-0000-7000-8000-000000000061', '019a0000-0000-7000-8000-000000000002', 'Helen Park', '+16285550144', null, null,
   'Water heater leaks, the basement is wet.', 'NEW', 'CALL', null, '2026-11-23T18:20:00Z', '2026-11-23T18:20:00Z'),
  ('019a0000-0000-7000-8000-000000000062', '019a0000-0000-7000-8000-000000000002', 'Marcus Reed', '+16285550165', 'marcus@example.com', 'Reed Cafe',
   'Wants a quote for new pipes in the kitchen.', 'CONTACTED', 'MANUAL', '019a0000-0000-7000-8000-000000000022', '2026-11-21T19:00:00Z', '2026-11-22T19:00:00Z')
on conflict do nothing;
