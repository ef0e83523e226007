package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.notifications.Parcel;
import com.hekax.phone.notifications.store.EmailDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which claimed deliveries go out now, and where to: the address that the member has now. What is
 * for somebody who left the organization is given up, and so is what has been tried for too long.
 */
final class Gate {
  /** Makes a delivery ready to be sent. */
  interface Packing {
    Parcel<Attempt> pack(Outgoing outgoing, Business business, Recipient recipient);
  }

  private final Database database;
  private final Deliveries deliveries;
  private final InstantSource clock;

  Gate(Database database, Deliveries deliveries, InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** The parcels of what goes out. */
  List<Parcel<Attempt>> pass(List<Outgoing> claimed, Packing packing) {
    return claimed.stream()
        .collect(Collectors.groupingBy(Outgoing::organizationId))
        .entrySet()
        .stream()
        .flatMap(ofOne -> passOf(ofOne.getKey(), ofOne.getValue(), packing).stream())
        .toList();
  }

  private List<Parcel<Attempt>> passOf(
      OrganizationId organization, List<Outgoing> claimed, Packing packing) {
    return database.inTransaction(
        organization,
        tx -> {
          var dao = tx.dao(EmailDao.class);
          var business = dao.business(organization);
          var recipients = recipients(dao, organization, claimed);
          var parcels = new ArrayList<Parcel<Attempt>>();
          for (var outgoing : claimed) {
            recipient(outgoing, recipients)
                .map(recipient -> packing.pack(outgoing, business, recipient))
                .ifPresent(parcels::add);
          }
          return parcels;
        });
  }

  private static Map<UserId, Recipient> recipients(
      EmailDao dao, OrganizationId organization, List<Outgoing> claimed) {
    var users = claimed.stream().map(Outgoing::target).distinct().toList();
    return dao.findRecipients(organization, users).stream()
        .collect(Collectors.toMap(Recipient::userId, recipient -> recipient));
  }

  private Optional<Recipient> recipient(Outgoing outgoing, Map<UserId, Recipient> recipients) {
    var recipient = Optional.ofNullable(recipients.get(new UserId(outgoing.target())));
    if (recipient.isEmpty()) {
      deliveries.giveUp(
          outgoing.organizationId(),
          Emails.CONSUMER,
          outgoing.target(),
          "The member left the organization before this was sent.");
    } else if (Deadline.hasPassed(outgoing, clock.instant())) {
      deliveries.failed(outgoing, Optional.empty(), "It could not be sent within a day.");
      return Optional.empty();
    }
    return recipient;
  }
}
