-- Keys by which programs of an organization ask. Only the hash of a key is kept, and the characters by which people
-- tell their keys apart. Who made one may have left, so created_by refers to nobody who must stay.
create table api_keys (
  id uuid primary key,
  organization_id uuid not null references organizations,
  name text not null,
  prefix text not null,
  key_hash bytea not null,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz
);
create unique index api_keys_hash on api_keys (key_hash);
create index api_keys_organization on api_keys (organization_id, created_at, id);
call app.isolate('api_keys');
-- The hash is for the authorizer alone. The right to change a name is what holding rows until a commit needs.
grant select (id, organization_id, name, prefix, scopes, created_by, created_at, expires_at, last_used_at),
  insert, update (name), delete on api_keys to hekax_app;
call app.open_to_system('api_keys', 'select, update');
