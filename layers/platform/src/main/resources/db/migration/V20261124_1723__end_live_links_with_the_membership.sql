-- Who is taken out of a team is told nothing more, on pages that are open too: their links and tickets go with the
-- membership, in the same transaction. A page whose link is not known opens a new one, and is refused a ticket.
alter table live_tickets add foreign key (organization_id, user_id) references memberships on delete cascade;
alter table live_connections add foreign key (organization_id, user_id) references memberships on delete cascade;
-- What a removal looks for.
create index live_tickets_user on live_tickets (organization_id, user_id);
create index live_connections_user on live_connections (organization_id, user_id);
