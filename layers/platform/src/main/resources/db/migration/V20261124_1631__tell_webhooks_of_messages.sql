-- A webhook may ask to be told of messages and voicemails, too.
alter table webhooks drop constraint webhooks_event_types_check;
alter table webhooks add constraint webhooks_event_types_check
  check (event_types <@ '{LEAD_CAPTURED,LEAD_UPDATED,MESSAGE_TAKEN,VOICEMAIL_LEFT,CALL_ENDED}');
