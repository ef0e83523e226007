-- Until when the recordings of an account at Twilio have been looked through for messages that nobody told us of.
create table recording_sweeps (
  account_sid text primary key,
  swept_until timestamptz not null
);
call app.open_to_system('recording_sweeps', 'select, insert, update');

-- Twilio names a recording by its SID alone.
create index voicemails_recording_sid on voicemails (recording_sid);
call app.open_to_system('voicemails', 'select');
