-- When the people began to be rung, which for those who are chosen first is later than created_at.
alter table call_transfers add column ringing_since timestamptz;
