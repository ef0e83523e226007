-- What an owner is told of before closing an organization. Published read views, with the reader's rights.
create schema telephony_read;
grant usage on schema telephony_read to hekax_app;

create view telephony_read.phone_numbers with (security_invoker = true) as
  select organization_id, number, label
    from phone_numbers;

create view telephony_read.voicemails with (security_invoker = true) as
  select organization_id, id as voicemail_id, call_id, seconds, created_at
    from voicemails;

grant select on telephony_read.phone_numbers, telephony_read.voicemails to hekax_app;

create schema leads_read;
grant usage on schema leads_read to hekax_app;

create view leads_read.leads with (security_invoker = true) as
  select organization_id, id as lead_id, stage, created_at
    from leads;

grant select on leads_read.leads to hekax_app;
