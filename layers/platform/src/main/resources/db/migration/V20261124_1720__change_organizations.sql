-- Who an organization is may be changed, by those who manage it.
alter table organizations
  add column version integer not null default 1,
  -- #rrggbb; null is the product's own
  add column brand_color text check (brand_color ~ '^#[0-9a-f]{6}$');
grant update (name, time_zone, country, brand_color, require_two_step, version) on organizations to hekax_app;
