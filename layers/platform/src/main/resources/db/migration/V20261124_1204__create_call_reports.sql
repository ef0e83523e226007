-- What the receptionist's part in a call came to: one row for each stream of audio between the carrier and the media bridge.
create table call_reports (
  organization_id uuid not null,
  call_id uuid not null,
  stream_sid text not null,
  reason text not null
    check (reason in ('CALLER_HUNG_UP', 'ASSISTANT_ENDED', 'TRANSFERRED', 'SILENCE', 'TIME_LIMIT', 'MODEL_FAILED', 'STREAM_LOST', 'DRAINED')),
  model text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  seconds integer not null,
  usage jsonb not null,
  first_audio_ms integer,
  created_at timestamptz not null,
  primary key (organization_id, call_id, stream_sid)
) partition by range (call_id);
call app.isolate('call_reports');
grant select, insert on call_reports to hekax_app;
call app.partition_by_month('call_reports');
