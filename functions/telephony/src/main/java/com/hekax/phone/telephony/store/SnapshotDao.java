package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.OrganizationId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The published view {@code receptionist_read.snapshots}. */
public interface SnapshotDao {

  @SqlQuery(
      """
      select exists (select from receptionist_read.snapshots where organization_id = :organization)
      """)
  boolean exists(OrganizationId organization);

  /** The JSON that the media bridge is given. */
  @SqlQuery(
      """
      select snapshot
        from receptionist_read.snapshots
       where organization_id = :organization
      """)
  Optional<String> find(OrganizationId organization);
}
