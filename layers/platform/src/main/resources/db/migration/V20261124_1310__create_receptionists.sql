-- How an organization wants its callers to be received: one row each, made with the organization.
create table receptionists (
  organization_id uuid primary key references organizations,
  assistant_name text not null,
  voice text not null check (voice in
    ('MARIN', 'CEDAR', 'ALLOY', 'ASH', 'BALLAD', 'CORAL', 'ECHO', 'SAGE', 'SHIMMER', 'VERSE')),
  language text not null check (language in ('EN', 'ES', 'FR', 'DE', 'IT', 'PT', 'NL')),
  greeting text not null,
  resumed_greeting text not null,
  -- what callers are asked for beside their name and what they want
  capture_fields text[] not null check (capture_fields <@ '{PHONE,EMAIL,COMPANY}'),
  instructions text,
  transfer_policy text not null check (transfer_policy in ('WHEN_ASKED', 'WHEN_ASKED_OR_URGENT', 'NEVER')),
  max_call_seconds integer not null,
  check_in_after_seconds integer not null,
  check_ins integer not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
call app.isolate('receptionists');
grant select, insert, update on receptionists to hekax_app;

-- What the receptionist knows about the business; some hundreds at most.
create table receptionist_facts (
  id uuid primary key,
  organization_id uuid not null references organizations,
  topic text not null,
  answer text not null,
  -- the receptionist is told the first ones before the call; two may share a place
  position integer not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
create index receptionist_facts_in_order on receptionist_facts (organization_id, position, id);
call app.isolate('receptionist_facts');
grant select, insert, update, delete on receptionist_facts to hekax_app;
