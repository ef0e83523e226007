-- The facts that share words with a question, best first. It runs with its owner's rights, because under a policy no
-- index over words would be used; the organization stands in the predicate, and it must be the one that was entered.
-- An organization has some hundreds of facts, all found by (organization_id, position, id): an index over the words of
-- all organizations would read more than it saves.
create function app.search_receptionist_facts(organization uuid, configuration text, question text, most integer)
  returns table (topic text, answer text)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select fact.topic, fact.answer
      from receptionist_facts as fact
     cross join lateral (
       select setweight(to_tsvector(configuration::regconfig, fact.topic), 'A')
              || setweight(to_tsvector(configuration::regconfig, fact.answer), 'B') as words) as said
     -- Any of its words: who asks and who wrote the fact say it differently.
     cross join (
       select replace(plainto_tsquery(configuration::regconfig, question)::text, ' & ', ' | ')::tsquery as words) as asked
     where fact.organization_id = organization
       and organization = app.current_organization()
       and said.words @@ asked.words
     order by ts_rank(said.words, asked.words) desc, fact.position, fact.id
     limit most
  $$;
revoke all on function app.search_receptionist_facts(uuid, text, text, integer) from public;
grant execute on function app.search_receptionist_facts(uuid, text, text, integer) to hekax_app;

-- The function's owner sees the rows of the organization that was entered, as everybody does.
create policy searched_rows on receptionist_facts for select to hekax_owner
  using (organization_id = (select app.current_organization()));
