package com.hekax.phone.live.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of one organization over its {@code live_connections}, and who its members are. */
public interface AudienceDao {

  @SqlQuery(
      """
      select connection_id
        from live_connections
       where organization_id = :organization and expires_at > :now
       order by connection_id
      """)
  List<String> findConnections(OrganizationId organization, Instant now);

  @SqlUpdate(
      """
      delete from live_connections
       where organization_id = :organization and connection_id = any(:connectionIds)
      """)
  void delete(OrganizationId organization, List<String> connectionIds);

  @SqlQuery(
      """
      select name
        from accounts_read.members
       where organization_id = :organization and user_id = :user
      """)
  Optional<String> findMemberName(OrganizationId organization, UserId user);
}
