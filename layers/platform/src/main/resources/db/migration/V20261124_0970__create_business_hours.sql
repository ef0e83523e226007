-- When the business is open, in its own time zone; a day may have several rows, and a day without one is closed.
create table business_hours (
  organization_id uuid not null references organizations,
  weekday integer not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  primary key (organization_id, weekday, opens)
);
call app.isolate('business_hours');
grant select, insert, update, delete on business_hours to hekax_app;
