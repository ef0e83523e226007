package com.hekax.phone.platform.audit;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What the database is told for the audit log, whose rows functions of its own write. */
public interface AuditDao {

  @AcrossOrganizations("the system's transactions are of no organization")
  @SqlQuery(
      """
      select true
        from app.act(:acting.kind, cast(:acting.id as uuid), :acting.address, :requestId)
      """)
  boolean act(@BindMethods("acting") Acting acting, String requestId);

  /** Writes a row whose {@code after} is the detail, JSON. */
  @SqlQuery(
      """
      select true
        from app.note(:organization, :action, :targetType, :targetId, cast(:detail as jsonb))
      """)
  boolean note(
      OrganizationId organization,
      String action,
      String targetType,
      String targetId,
      String detail);
}
