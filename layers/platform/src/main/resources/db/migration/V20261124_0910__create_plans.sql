-- What a plan allows. A limit that is null does not exist. Plans are data: changing one is an update, not a release.
create table plans (
  code text primary key,
  call_minutes integer,
  ai_minutes integer,
  phone_numbers integer,
  members integer,
  features text[] not null
);
alter table plans enable row level security;
alter table plans force row level security;
create policy all_rows on plans for select to hekax_app, hekax_system, hekax_owner using (true);
grant select on plans to hekax_app, hekax_system;

create policy seed on plans for insert to hekax_owner with check (true);
insert into plans (code, call_minutes, ai_minutes, phone_numbers, members, features) values
  ('TRIAL', 200, 100, 1, 2,
    '{AI_RECEPTIONIST,CRM,CALENDAR,RECORDING,API_KEYS,WEBHOOKS}'),
  ('STARTER', 500, 100, 1, 2, '{AI_RECEPTIONIST}'),
  ('BUSINESS_PRO', 2000, 500, 3, 5, '{AI_RECEPTIONIST,CRM,CALENDAR,RECORDING}'),
  ('SCALE', 5000, 2000, 10, null,
    '{AI_RECEPTIONIST,CRM,CALENDAR,RECORDING,API_KEYS,WEBHOOKS}'),
  ('ENTERPRISE', null, null, null, null,
    '{AI_RECEPTIONIST,CRM,CALENDAR,RECORDING,API_KEYS,WEBHOOKS}');
