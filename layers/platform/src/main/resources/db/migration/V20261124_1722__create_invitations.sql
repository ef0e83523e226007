-- Somebody is asked to join an organization: an address, and a link that opens the organization to it once.
create table invitations (
  id uuid primary key,
  organization_id uuid not null references organizations,
  email text not null,
  role text not null check (role in ('OWNER', 'ADMIN', 'MANAGER', 'AGENT')),
  -- a user; may have left since
  invited_by uuid not null,
  -- what the link's code is made of; another one with each mail, so that only the newest link is good
  code_id uuid not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  withdrawn_at timestamptz
);
create unique index invitations_waiting on invitations (organization_id, lower(email))
  where accepted_at is null and withdrawn_at is null;
create index invitations_expiry on invitations (expires_at);
call app.isolate('invitations');
call app.open_to_system('invitations', 'select, update, delete');
grant select, insert, update (code_id, expires_at, withdrawn_at) on invitations to hekax_app;

-- Who joins by a link is in no organization yet: hekax_system adds the membership, and holds the organization
-- meanwhile ("for no key update" asks for the right to change a column; none is changed).
grant update (version) on organizations to hekax_system;
