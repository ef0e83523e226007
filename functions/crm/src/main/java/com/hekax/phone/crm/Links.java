package com.hekax.phone.crm;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.crm.store.LinkDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import java.util.Optional;

/** Where leads and calls are in the CRM, for whoever looks at them. */
public final class Links {
  private final Database database;

  Links(Database database) {
    this.database = database;
  }

  /** One page, newest first, of all or of one lead or call. */
  public Page<CrmLink> page(
      OrganizationId organization,
      Optional<LeadId> lead,
      Optional<CallId> call,
      PageRequest asked) {
    var rows =
        database.read(
            organization,
            tx ->
                tx.dao(LinkDao.class)
                    .findPage(
                        organization,
                        lead.map(LeadId::value),
                        call.map(CallId::value),
                        asked.position(),
                        asked.rows()));
    return Page.of(rows, asked, CrmLink::position);
  }
}
