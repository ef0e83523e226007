package com.hekax.phone.crm;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.crm.store.ConnectionDao;
import com.hekax.phone.crm.store.CrmLeadDao;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.entitlements.Entitlements;
import com.hekax.phone.platform.entitlements.Feature;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down what events tell of leads and calls, and which lead is to be brought up to date
 * because of it. Whichever of a call's end and its lead is heard of last finds the other.
 */
public final class Intake {
  /** The name in {@code deliveries} of what goes to HubSpot. */
  public static final String CONSUMER = "hubspot";

  private final Deliveries deliveries;
  private final Entitlements entitlements;
  private final InstantSource clock;

  Intake(Deliveries deliveries, Entitlements entitlements, InstantSource clock) {
    this.deliveries = deliveries;
    this.entitlements = entitlements;
    this.clock = clock;
  }

  /**
   * A lead was captured or changed.
   *
   * @param tx entered for the organization
   * @return what to attempt once it is committed
   */
  public List<Outgoing> lead(Tx tx, OrganizationId organization, UUID eventId, LeadDetails lead) {
    return connection(tx, organization)
        .map(
            connection -> {
              var dao = tx.dao(CrmLeadDao.class);
              if (!dao.keep(organization, lead)) {
                return List.<Outgoing>of();
              }
              lead.call().ifPresent(call -> dao.hold(organization, call, clock.instant()));
              return open(organization, connection, eventId, lead.id());
            })
        .orElse(List.of());
  }

  /** A call has ended; see {@link #lead}. */
  public List<Outgoing> call(Tx tx, CallEnded call) {
    var organization = call.organization();
    return connection(tx, organization)
        .map(
            connection -> {
              var dao = tx.dao(CrmLeadDao.class);
              dao.keepEnd(organization, call, clock.instant());
              return dao.findLeadOf(organization, call.call())
                  .map(lead -> open(organization, connection, call.eventId(), lead))
                  .orElse(List.of());
            })
        .orElse(List.of());
  }

  private Optional<CrmConnection> connection(Tx tx, OrganizationId organization) {
    return tx.dao(ConnectionDao.class)
        .find(organization, Provider.HUBSPOT)
        .filter(_ -> entitlements.of(organization).features().contains(Feature.CRM));
  }

  /** While it has to be connected again nothing is sent: that makes up for it when it is. */
  private List<Outgoing> open(
      OrganizationId organization, CrmConnection connection, UUID eventId, LeadId lead) {
    if (connection.status() != ConnectionStatus.ACTIVE) {
      return List.of();
    }
    var task = new SyncTask(lead).to(organization, connection.id(), eventId, clock.instant());
    return deliveries.open(organization, List.of(task));
  }
}
