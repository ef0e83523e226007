package com.hekax.phone.calls.store;

import com.hekax.phone.calls.CallEvent;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.http.Cursor;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements over {@code call_events}. The primary key leads to the rows of a call, which are few
 * and put in order when they are read.
 */
@RegisterConstructorMapper(CallEvent.class)
public interface CallEventDao {

  /** Adds a line to the story: 1, or 0 when it has the event. */
  @SqlUpdate(
      """
      insert into call_events (organization_id, call_id, event_id, at, kind, detail)
      values (:organization, :call, :event.eventId, :event.at, :event.kind, cast(:event.detail as jsonb))
      on conflict do nothing
      """)
  int insert(OrganizationId organization, CallId call, @BindMethods("event") CallEvent event);

  /** One page, oldest first, from right after a position, or from the beginning. */
  default List<CallEvent> findPage(
      OrganizationId organization, CallId call, Optional<Cursor> after, int limit) {
    return after
        .map(position -> findAfter(organization, call, position, limit))
        .orElseGet(() -> findFirst(organization, call, limit));
  }

  @SqlQuery(
      """
      select event_id, at, kind, detail::text as detail
        from call_events
       where organization_id = :organization and call_id = :call
       order by at, event_id
       limit :limit
      """)
  List<CallEvent> findFirst(OrganizationId organization, CallId call, int limit);

  @SqlQuery(
      """
      select event_id, at, kind, detail::text as detail
        from call_events
       where organization_id = :organization and call_id = :call
         and (at, event_id) > (:position.time, :position.id)
       order by at, event_id
       limit :limit
      """)
  List<CallEvent> findAfter(
      OrganizationId organization,
      CallId call,
      @BindMethods("position") Cursor position,
      int limit);
}
