-- A number that callers reach a business on.
create table phone_numbers (
  id uuid primary key,
  organization_id uuid not null references organizations,
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  label text not null,
  created_at timestamptz not null
);
create unique index phone_numbers_number on phone_numbers (number);
create index phone_numbers_organization on phone_numbers (organization_id, created_at);
call app.isolate('phone_numbers');
-- A call arrives knowing only the number it was made to.
call app.open_to_system('phone_numbers', 'select');
grant select on phone_numbers to hekax_app;
