package com.hekax.phone.audit.store;

import com.hekax.phone.audit.AuditEntry;
import com.hekax.phone.audit.AuditFilter;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.http.Cursor;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Reads {@code audit_log}, which nothing but its tables' triggers writes. A page walks an index of
 * the newest month, then of the one before; each filter has one that runs by id as well.
 */
@RegisterConstructorMapper(AuditEntry.class)
public interface AuditEntryDao {

  /** One page, newest first, from right after {@code position}. */
  @SqlQuery(
      """
      select audit_log.id, audit_log.at, audit_log.actor_kind, audit_log.actor_id,
             actor.name as actor_name, audit_log.action, audit_log.target_type, audit_log.target_id,
             audit_log.before::text as before, audit_log.after::text as after, audit_log.address,
             audit_log.request_id
        from audit_log
        left join accounts_read.members as actor
          on actor.organization_id = audit_log.organization_id and actor.user_id = audit_log.actor_id
       where audit_log.organization_id = :organization
         and (cast(:filter.actor as uuid) is null or audit_log.actor_id = :filter.actor)
         and (cast(:filter.action as text) is null or audit_log.action = :filter.action)
         and (cast(:filter.target as text) is null or audit_log.target_id = :filter.target)
         and audit_log.id >= :filter.firstId and audit_log.id < :filter.endId
         and audit_log.id < :position.id
       order by audit_log.id desc
       limit :limit
      """)
  List<AuditEntry> findPage(
      OrganizationId organization,
      @BindMethods("filter") AuditFilter filter,
      @BindMethods("position") Cursor position,
      int limit);
}
