-- What a caller says in one call is one lead, however often and however much at once it is told.
create unique index leads_call on leads (organization_id, call_id) where call_id is not null;
