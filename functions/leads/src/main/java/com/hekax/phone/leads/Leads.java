package com.hekax.phone.leads;

import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.leads.store.LeadDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Principal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What can be asked and done about leads. Every change is announced in the transaction that makes
 * it.
 */
public final class Leads {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  public Leads(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** One page, newest first. */
  public Page<Lead> page(OrganizationId organization, LeadFilter filter, PageRequest asked) {
    var rows =
        database.read(
            organization,
            tx ->
                tx.dao(LeadDao.class)
                    .findPage(organization, filter, asked.position(), asked.rows()));
    return Page.of(rows, asked, Lead::position);
  }

  public Lead get(OrganizationId organization, LeadId id) {
    return database
        .read(organization, tx -> tx.dao(LeadDao.class).find(organization, id))
        .orElseThrow(() -> missing(id));
  }

  /** Adds a lead by hand. */
  public Lead create(Principal by, LeadFields fields) {
    var organization = by.organization();
    var id = LeadId.create();
    return database.inTransaction(
        organization,
        tx -> {
          checkAssignee(tx, by, fields.assignedTo());
          tx.dao(LeadDao.class)
              .insert(organization, id, fields, LeadSource.MANUAL, clock.instant());
          var lead = tx.dao(LeadDao.class).find(organization, id).orElseThrow();
          outbox.add(
              tx,
              new LeadCaptured(
                  TimeOrderedUuid.next(), organization, lead.createdAt(), lead.details()));
          return lead;
        });
  }

  /**
   * Changes a lead.
   *
   * @param version the version the change was made on; another one is a conflict
   */
  public Lead update(Principal by, LeadId id, int version, UnaryOperator<LeadFields> change) {
    var organization = by.organization();
    return database.inTransaction(
        organization,
        tx -> {
          var dao = tx.dao(LeadDao.class);
          var before = dao.lock(organization, id).orElseThrow(() -> missing(id));
          checkMayChange(by, before);
          if (before.version() != version) {
            throw ProblemType.CONFLICT.because(
                "The lead was changed meanwhile and has version %d. Load it and try again.",
                before.version());
          }
          var fields = change.apply(before.fields());
          if (!fields.assignedTo().equals(before.assignedTo())) {
            checkAssignee(tx, by, fields.assignedTo());
          }
          dao.update(organization, id, fields, clock.instant());
          var after = dao.find(organization, id).orElseThrow();
          outbox.add(
              tx,
              new LeadUpdated(
                  TimeOrderedUuid.next(), organization, after.updatedAt(), after.details()));
          return after;
        });
  }

  private static void checkMayChange(Principal by, Lead lead) {
    boolean own = lead.assignedTo().isEmpty() || lead.assignedTo().equals(by.person());
    if (!own && !by.may(Permission.LEADS_WRITE_ANY)) {
      throw ProblemType.FORBIDDEN.because(
          "This lead is assigned to %s. Ask them, or a manager.",
          lead.assigneeName().orElse("someone else"));
    }
  }

  private static void checkAssignee(Tx tx, Principal by, Optional<UserId> assignee) {
    if (assignee.isEmpty()) {
      return;
    }
    if (!assignee.equals(by.person()) && !by.may(Permission.LEADS_WRITE_ANY)) {
      throw ProblemType.FORBIDDEN.because(
          "You may assign leads to yourself or to nobody. Ask a manager for more.");
    }
    if (!tx.dao(LeadDao.class).isMember(by.organization(), assignee.get())) {
      throw Problem.invalid("assignedTo", "is not a member of the organization");
    }
  }

  private static Problem missing(LeadId id) {
    return ProblemType.NOT_FOUND.because("There is no lead %s.", id);
  }
}
