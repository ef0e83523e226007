-- The log of a way of telling that has many targets, such as e-mail to all members.
create index deliveries_log_of_consumer on deliveries (organization_id, consumer, id desc);
