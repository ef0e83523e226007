package com.hekax.phone.platform.events;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.events.Outbox.OutboxRow;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code outbox}. The relay is served by the partial index on what waits. */
@RegisterConstructorMapper(OutboxRow.class)
public interface OutboxDao {

  @SqlUpdate(
      """
      insert into outbox (id, organization_id, source, type, detail, correlation_id, occurred_at)
      values (:row.id, :organization, :row.source, :row.type, cast(:row.detail as jsonb), :row.correlationId, :row.occurredAt)
      """)
  void insert(OrganizationId organization, @BindMethods("row") OutboxRow row);

  @SqlUpdate(
      """
      update outbox set published_at = :now
       where organization_id = :organization and id = any(:ids) and published_at is null
      """)
  void markPublished(OrganizationId organization, List<UUID> ids, Instant now);

  /**
   * The oldest that wait and that no other relay holds, locked until the transaction ends.
   *
   * @param after the last id of the batch before
   */
  @AcrossOrganizations("the relay publishes for all")
  @SqlQuery(
      """
      select id, organization_id, source, type, detail::text as detail, correlation_id, occurred_at
        from outbox
       where published_at is null and id > :after and occurred_at < :before
       order by id
       limit :limit
         for update skip locked
      """)
  List<OutboxRow> lockWaiting(UUID after, Instant before, int limit);

  @AcrossOrganizations("the relay publishes for all")
  @SqlUpdate("update outbox set published_at = :now where id = any(:ids)")
  void markPublishedForAll(List<UUID> ids, Instant now);
}
