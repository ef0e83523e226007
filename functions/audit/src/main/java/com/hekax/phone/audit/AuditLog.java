package com.hekax.phone.audit;

import com.hekax.phone.audit.store.AuditEntryDao;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.http.Cursor;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import java.util.Map;

/** The audit log of an organization. Its tables write it; here it is read. */
public final class AuditLog {
  private final Database database;

  AuditLog(Database database) {
    this.database = database;
  }

  /** One page, newest first. */
  public Page<AuditEntry> page(OrganizationId organization, AuditFilter filter, PageRequest asked) {
    var rows =
        database.read(
            organization,
            tx ->
                tx.dao(AuditEntryDao.class)
                    .findPage(organization, filter, asked.position(), asked.rows()));
    return Page.of(rows, asked, AuditEntry::position);
  }

  /** As much of it as fits into an export, newest first from right after a place. */
  public AuditTable export(OrganizationId organization, AuditFilter filter, Cursor after) {
    return database.inTransaction(
        organization,
        tx -> {
          var table = new AuditTable();
          var position = after;
          boolean more = true;
          while (more && !table.isFull()) {
            var rows =
                tx.dao(AuditEntryDao.class)
                    .findPage(organization, filter, position, AuditTable.BATCH);
            more = rows.size() == AuditTable.BATCH;
            rows.forEach(table::add);
            position = rows.isEmpty() ? position : rows.getLast().position();
          }
          Audit.note(
              tx,
              organization,
              "audit_log.exported",
              organization.toString(),
              Map.of("entries", table.size()));
          return table;
        });
  }
}
