package com.hekax.phone.crm.store;

import com.hekax.phone.contracts.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code crm_locks}. */
public interface LockDao {

  /** Takes it: 1, or 0 when another one has it. */
  @SqlUpdate(
      """
      insert into crm_locks as taken (organization_id, name, holder, until)
      values (:organization, :name, :holder, :until)
      on conflict (organization_id, name) do update
         set holder = excluded.holder, until = excluded.until
       where taken.organization_id = :organization and taken.until <= :now
      """)
  int take(OrganizationId organization, String name, UUID holder, Instant now, Instant until);

  @SqlUpdate(
      """
      delete from crm_locks
       where organization_id = :organization and name = :name and holder = :holder
      """)
  void release(OrganizationId organization, String name, UUID holder);
}
