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
  ('019a0000-0000-7000-8000-000000000036', '019a0000-0000-7000-8000-000000000001', 'Ana Silva', '+14155550172', 2),
  ('019a0000-0000-7000-8000-000000000037', '019a0000-0000-7000-8000-000000000002', 'Joe Pipe', '+16285550171', 1)
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

-- The calls that those legs are of, with what was said, what happened, and what it led to. Their ids end as their legs' do.
do $$
begin
  if exists (select from calls) then
    return;
  end if;

  insert into calls
    (id, organization_id, direction, from_number, to_number, status, started_at, ended_at, talk_seconds,
     outcome, lead_id, transferred_to, transferred_at, assistant_seconds)
  select legs.call_id, legs.organization_id, legs.direction, legs.from_number, legs.to_number, legs.status,
         legs.started_at, legs.ended_at, legs.talk_seconds, call.outcome, call.lead::uuid, call.person,
         legs.started_at + call.transferred, call.assistant_seconds
    from call_legs as legs
    join (values
      ('41', 'LEAD_CAPTURED', '019a0000-0000-7000-8000-000000000051', null, null::interval, 250),
      ('42', 'MISSED', null, null, null, 0),
      ('43', 'MESSAGE_TAKEN', null, null, null, 60),
      ('44', 'TRANSFERRED', '019a0000-0000-7000-8000-000000000061', 'Joe Pipe', interval '58 seconds', 44),
      ('45', 'MISSED', null, null, null, 0))
      as call (tail, outcome, lead, person, transferred, assistant_seconds)
      on right(legs.call_sid, 12) = '0000000000' || call.tail;

  insert into call_turns (organization_id, call_id, item_id, id, position, speaker, text, at, interrupted, heard_ms)
  select calls.organization_id, calls.id, 'item_' || turn.tail || '_' || turn.position,
         (substr(app.first_uuid(calls.started_at + make_interval(secs => turn.second))::text, 1, 24) || '7' || lpad(turn.position::text, 11, '0'))::uuid,
         turn.position, turn.speaker, turn.text, calls.started_at + make_interval(secs => turn.second),
         turn.heard_ms is not null, turn.heard_ms
    from calls
    join (values
      ('41', 0, 7, 'ASSISTANT', 'Thank you for calling Bright Dental, this is Ava. How can I help you?', null),
      ('41', 1, 13, 'CALLER', 'Hi, I chipped a front tooth this morning and I need to see somebody this week.', null),
      ('41', 2, 22, 'ASSISTANT', 'I am sorry to hear that. May I have your name, please?', null),
      ('41', 3, 28, 'CALLER', 'My name is Maria Lopez.', null),
      ('41', 4, 31, 'ASSISTANT', 'Thank you, Maria. Is the number you are calling from', 2600),
      ('41', 5, 34, 'CALLER', 'Yes, call me on this one. And my insurance is Delta.', null),
      ('41', 6, 41, 'ASSISTANT', 'I have noted everything, and somebody will call you back today. Is there anything else?', null),
      ('41', 7, 50, 'CALLER', 'Wait, let me ask my husband when he can drive me.', null),
      ('41', 8, 56, 'ASSISTANT', 'Of course, take your time.', null),
      ('41', 9, 215, 'CALLER', 'I am back. Thursday or Friday, any time after four. Do you have parking?', null),
      ('41', 10, 224, 'ASSISTANT', 'Yes, there is free parking behind the building. Is there anything else?', null),
      ('41', 11, 238, 'CALLER', 'No, that is all. Thank you. Goodbye.', null),
      ('41', 12, 247, 'ASSISTANT', 'Thank you for calling. Goodbye.', null),
      ('43', 0, 7, 'ASSISTANT', 'Thank you for calling Bright Dental, this is Ava. How can I help you?', null),
      ('43', 1, 12, 'CALLER', 'Please tell Dana that the lab called about the crown.', null),
      ('43', 2, 17, 'ASSISTANT', 'I will pass that on. Is there anything else?', null),
      ('43', 3, 21, 'CALLER', 'No, thanks.', null),
      ('44', 0, 7, 'ASSISTANT', 'Rapid Plumbing, this is Max. What can I do for you?', null),
      ('44', 1, 11, 'CALLER', 'This is Helen Park. My water heater leaks and the basement is wet. Can I speak to a person, please?', null),
      ('44', 2, 21, 'ASSISTANT', 'I am sorry to hear that, Helen. I have noted it, and I am looking for somebody.', null),
      ('44', 3, 43, 'ASSISTANT', 'One moment, I am putting you through.', null))
      as turn (tail, position, second, speaker, text, heard_ms)
      on right(calls.id::text, 11) = '000000000' || turn.tail;

  insert into call_messages (id, organization_id, call_id, message, for_whom, taken_at)
  select '019a0000-0000-7000-8000-000000000071', organization_id, id, 'The lab called about the crown.', 'Dana', started_at + interval '16 seconds'
    from calls where right(id::text, 11) = '00000000043';

  insert into call_events (organization_id, call_id, event_id, at, kind, detail)
  select calls.organization_id, calls.id,
         (substr(app.first_uuid(event.at)::text, 1, 24) || 'e' || lpad(row_number() over (order by event.at, event.kind desc)::text, 11, '0'))::uuid,
         event.at, event.kind, event.detail
    from calls
    cross join lateral (
      select calls.started_at as at, 'STARTED' as kind, jsonb_build_object('direction', calls.direction) as detail
      union all
      select calls.ended_at, 'ENDED', jsonb_build_object('status', calls.status, 'talkSeconds', calls.talk_seconds)
      union all
      select calls.started_at + make_interval(secs => assistant_seconds + 6), 'ASSISTANT_FINISHED',
             jsonb_build_object('reason', case when calls.transferred_to is null then 'ASSISTANT_ENDED' else 'TRANSFERRED' end,
                                'seconds', calls.assistant_seconds)
       where calls.assistant_seconds > 0
      union all
      select calls.started_at + interval '39 seconds', 'LEAD_CAPTURED', jsonb_build_object('leadId', leads.id, 'name', leads.name)
        from leads where leads.id = calls.lead_id
      union all
      select messages.taken_at, 'MESSAGE_TAKEN', jsonb_build_object('messageId', messages.id)
        from call_messages as messages where messages.call_id = calls.id
      union all
      select calls.transferred_at - interval '14 seconds', 'TRANSFER_STARTED', jsonb_build_object('to', calls.transferred_to)
       where calls.transferred_to is not null
      union all
      select calls.transferred_at, 'TRANSFER_ENDED', jsonb_build_object('to', calls.transferred_to, 'outcome', 'ANSWERED')
       where calls.transferred_to is not null)
      as event;

  update calls set version = (select count(*) from call_events where call_events.call_id = calls.id);
  update leads
     set call_id = calls.id, created_at = calls.started_at + interval '39 seconds', updated_at = calls.started_at + interval '39 seconds'
    from calls where calls.lead_id = leads.id;
end
$$;
