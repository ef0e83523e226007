-- People get other roles in an organization, and leave it.
grant update (role), delete on memberships to hekax_app;

-- Sessions outlive the membership they were of, as ones that have ended: who was signed in when stays known.
alter table sessions drop constraint sessions_organization_id_user_id_fkey;
grant select (id, organization_id, user_id, created_at, last_used_at, ended_at), update (ended_at, ended_because)
  on sessions to hekax_app;

-- What was assigned to somebody who has left is nobody's.
alter table leads drop constraint leads_organization_id_assigned_to_fkey;
alter table leads add foreign key (organization_id, assigned_to)
  references memberships (organization_id, user_id) on delete set null (assigned_to);
