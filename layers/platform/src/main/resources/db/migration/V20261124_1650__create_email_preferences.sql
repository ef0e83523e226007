-- What a member chose to be told of by e-mail. Who never chose has no row and is told what comes with the role.
create table email_preferences (
  organization_id uuid not null references organizations,
  user_id uuid not null references users,
  event_types text[] not null
    check (event_types <@ '{LEAD_CAPTURED,MESSAGE_TAKEN,VOICEMAIL_LEFT,CONNECTION_LOST,CRM_SYNC_FAILED}'),
  updated_at timestamptz not null,
  primary key (organization_id, user_id)
);
call app.isolate('email_preferences');
grant select, insert, update on email_preferences to hekax_app;
