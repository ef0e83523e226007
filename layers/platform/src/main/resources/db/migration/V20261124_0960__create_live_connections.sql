-- A ticket opens one live link, once, within half a minute: a browser cannot send an Authorization header with a WebSocket.
create table live_tickets (
  ticket_hash bytea primary key,
  organization_id uuid not null references organizations,
  user_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index live_tickets_expiry on live_tickets (expires_at);
call app.isolate('live_tickets');
call app.open_to_system('live_tickets', 'select, update, delete');
grant insert on live_tickets to hekax_app;

create table live_connections (
  connection_id text primary key,
  organization_id uuid not null references organizations,
  user_id uuid not null,
  connected_at timestamptz not null,
  -- API Gateway closes every link after two hours.
  expires_at timestamptz not null
);
create index live_connections_organization on live_connections (organization_id, connection_id);
create index live_connections_expiry on live_connections (expires_at);
call app.isolate('live_connections');
call app.open_to_system('live_connections', 'select, insert, delete');
grant select, delete on live_connections to hekax_app;
