-- How a webhook's receiver does. Nothing is sent to it before paused_until; one that has done nothing but fail
-- since failing_since for days is disabled.
alter table webhooks
  add column failing_since timestamptz,
  add column paused_until timestamptz;
