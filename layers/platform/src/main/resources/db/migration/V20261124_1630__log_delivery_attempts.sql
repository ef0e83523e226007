-- What came of each attempt of a delivery. An organization sees it; it goes when the delivery goes.
create table delivery_attempts (
  organization_id uuid not null,
  delivery_id uuid not null references deliveries on delete cascade,
  attempt integer not null,
  at timestamptz not null,
  -- of the answer, when there was one
  status integer,
  error text,
  primary key (delivery_id, attempt)
);
call app.isolate('delivery_attempts');
grant select, insert on delivery_attempts to hekax_app;
