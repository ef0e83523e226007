-- Who does what a transaction changes, for the audit log. It is said in the statement that enters the organization, so it
-- costs no question of its own, and it ends with the transaction as the organization does. What a function says here is
-- believed: the locks between organizations do not rest on it.
create function app.act(actor_kind text, actor_id uuid, address text, request_id text) returns void
  language sql volatile
  as $$
    select set_config('app.actor_kind', coalesce(actor_kind, ''), true),
           set_config('app.actor_id', coalesce(actor_id::text, ''), true),
           set_config('app.address', coalesce(address, ''), true),
           set_config('app.request_id', coalesce(request_id, ''), true)
  $$;

create function app.enter_organization(organization uuid, actor_kind text, actor_id uuid, address text, request_id text)
  returns void
  language sql volatile
  as $$
    select set_config('app.organization_id', organization::text, true),
           set_config('app.actor_kind', coalesce(actor_kind, ''), true),
           set_config('app.actor_id', coalesce(actor_id::text, ''), true),
           set_config('app.address', coalesce(address, ''), true),
           set_config('app.request_id', coalesce(request_id, ''), true)
  $$;

revoke all on all routines in schema app from public;
grant execute on function app.act(text, uuid, text, text), app.enter_organization(uuid, text, uuid, text, text)
  to hekax_app, hekax_system;
