-- What a caller left for a business whose people did not answer. The recording itself lies at Twilio.
create table voicemails (
  id uuid primary key,
  organization_id uuid not null references organizations,
  call_id uuid not null,
  recording_sid text not null,
  recording_url text not null,
  seconds integer not null,
  created_at timestamptz not null
);
create unique index voicemails_recording on voicemails (organization_id, recording_sid);
create index voicemails_newest on voicemails (organization_id, created_at desc, id desc);
call app.isolate('voicemails');
grant select, insert, update on voicemails to hekax_app;
