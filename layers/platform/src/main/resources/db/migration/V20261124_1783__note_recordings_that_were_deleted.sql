-- When the recording was deleted at Twilio, because its organization is erased; the row goes soon after.
alter table voicemails add column recording_deleted_at timestamptz;
