-- Its owners have closed an organization. Until erases_at they can undo it, which takes the row away; then everything is erased.
create table organization_closings (
  organization_id uuid primary key references organizations,
  -- a user; may have left since
  requested_by uuid not null,
  requested_at timestamptz not null,
  erases_at timestamptz not null,
  -- when erasing began: from then on nothing undoes it
  begun_at timestamptz
);
create index organization_closings_due on organization_closings (erases_at) where begun_at is null;
call app.isolate('organization_closings');
call app.open_to_system('organization_closings', 'select, update');
grant select, insert, delete on organization_closings to hekax_app;
call app.audit('organization_closings', 'organization_closing', shown => '{requested_by,requested_at,erases_at,begun_at}',
  id => 'organization_id', verbs => '{requested,begun,withdrawn}');

-- The organizations that are closing: they are not served as before.
create view accounts_read.closings with (security_invoker = true) as
  select organization_id, erases_at
    from organization_closings;

grant usage on schema accounts_read to hekax_system;
grant select on accounts_read.closings to hekax_app, hekax_system;
