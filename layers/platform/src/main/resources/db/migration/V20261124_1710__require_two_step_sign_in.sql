-- An organization may ask its members for two-step sign-in. Who has none is told so and may do nothing else there.
alter table organizations add column require_two_step boolean not null default false;

-- When the person confirmed an authenticator; null is none. Shown to their team, unlike the authenticator itself.
alter table users add column two_step_since timestamptz;
grant select (two_step_since) on users to hekax_app;
