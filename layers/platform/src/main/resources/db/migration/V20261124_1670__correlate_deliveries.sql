-- What is tried again hours later still belongs to the call that caused it: its lines in the log say so.
alter table deliveries add column correlation_id text not null default '';
