package com.hekax.phone.receptionist.store;

import com.hekax.phone.contracts.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code receptionist_snapshots}, of which an organization has one. */
public interface SnapshotDao {

  @SqlQuery(
      "select version from receptionist_snapshots where organization_id = :organization for update")
  Optional<Integer> lockVersion(OrganizationId organization);

  @SqlUpdate(
      """
      insert into receptionist_snapshots (organization_id, version, snapshot, published_at)
      values (:organization, :version, cast(:snapshot as jsonb), :now)
      on conflict (organization_id) do update
        set version = excluded.version, snapshot = excluded.snapshot, published_at = excluded.published_at
      """)
  void put(OrganizationId organization, int version, String snapshot, Instant now);
}
