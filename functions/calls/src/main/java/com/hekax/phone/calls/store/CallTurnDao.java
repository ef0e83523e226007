package com.hekax.phone.calls.store;

import com.hekax.phone.calls.CallTurn;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.http.Cursor;
import com.hekax.phone.platform.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements over {@code call_turns}. The primary key leads to the rows of a call, which are put in
 * order when they are read.
 */
@RegisterConstructorMapper(CallTurn.class)
public interface CallTurnDao {
  String TURN =
      """
      select id, item_id, position, speaker, text, at, interrupted, heard_ms
        from call_turns
      """;

  /** Adds turns, or replaces older versions of them; no two may be of one item. */
  default void save(OrganizationId organization, CallId call, Collection<CallTurn> turns) {
    save(organization, call, Json.write(turns));
  }

  /**
   * One statement for all of them, in the same order whoever writes, so that no two wait in a
   * circle.
   */
  @SqlUpdate(
      """
      insert into call_turns
        (organization_id, call_id, item_id, id, position, speaker, text, at, interrupted, heard_ms)
      select :organization, :call, turn."itemId", turn.id, turn.position, turn.speaker, turn.text, turn.at,
             turn.interrupted, turn."heardMs"
        from jsonb_to_recordset(cast(:turns as jsonb)) as turn
               ("itemId" text, id uuid, position integer, speaker text, text text, at timestamptz,
                interrupted boolean, "heardMs" integer)
       order by turn."itemId"
      on conflict (organization_id, call_id, item_id) do update
         set position = excluded.position, speaker = excluded.speaker, text = excluded.text,
             at = excluded.at, interrupted = excluded.interrupted, heard_ms = excluded.heard_ms
       where call_turns.organization_id = :organization
         and (excluded.interrupted, length(excluded.text)) >= (call_turns.interrupted, length(call_turns.text))
      """)
  void save(OrganizationId organization, CallId call, String turns);

  /** One page, oldest first, from right after a turn, or from the beginning. */
  default List<CallTurn> findPage(
      OrganizationId organization, CallId call, Optional<Cursor> after, int limit) {
    return after
        .map(place -> findAfter(organization, call, place.id(), limit))
        .orElseGet(() -> findFirst(organization, call, limit));
  }

  @SqlQuery(
      TURN
          + """
       where organization_id = :organization and call_id = :call
       order by at, position, id
       limit :limit
      """)
  List<CallTurn> findFirst(OrganizationId organization, CallId call, int limit);

  /**
   * Its place is looked up, because positions count within a session and a cursor has no room for
   * them.
   */
  @SqlQuery(
      TURN
          + """
       where organization_id = :organization and call_id = :call
         and (at, position, id) > (
           select last.at, last.position, last.id
             from call_turns as last
            where last.organization_id = :organization and last.call_id = :call and last.id = :turn)
       order by at, position, id
       limit :limit
      """)
  List<CallTurn> findAfter(OrganizationId organization, CallId call, UUID turn, int limit);
}
