-- Who has the caller of a call that goes on, since when, and which person; merged like the rest of the row, and null until
-- something tells. That a call has ended stands in ended_at alone.
alter table calls
  add column stage text check (stage in ('RINGING', 'ASSISTANT', 'TRANSFERRING', 'PERSON', 'VOICEMAIL')),
  add column stage_at timestamptz,
  add column stage_person text,
  drop constraint calls_outcome_check,
  add constraint calls_outcome_check
    check (outcome in ('MISSED', 'ANSWERED', 'VOICEMAIL_LEFT', 'MESSAGE_TAKEN', 'LEAD_CAPTURED', 'TRANSFERRED'));
-- Few calls are live among all that ever were.
create index calls_live on calls (organization_id, started_at desc, id desc) where status in ('RINGING', 'IN_PROGRESS');

alter table call_events
  drop constraint call_events_kind_check,
  add constraint call_events_kind_check
    check (kind in ('STARTED', 'ANSWERED', 'LEAD_CAPTURED', 'MESSAGE_TAKEN', 'TRANSFER_STARTED', 'TRANSFER_ENDED',
      'VOICEMAIL_LEFT', 'ASSISTANT_FINISHED', 'ENDED'));
