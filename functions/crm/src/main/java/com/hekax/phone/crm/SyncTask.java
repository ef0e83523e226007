package com.hekax.phone.crm;

import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.Instant;
import java.util.UUID;

/**
 * Brings a lead up to date in a CRM. It names the lead and not what happened: whoever does it looks
 * at what is known by then, so that the order in which things are heard of does not matter.
 */
public record SyncTask(LeadId lead) {
  private static final String TYPE = "LEAD";

  static SyncTask of(Outgoing outgoing) {
    return of(outgoing.event());
  }

  /** The task as it stands in {@code deliveries}. */
  public static SyncTask of(String event) {
    return Json.read(event, SyncTask.class);
  }

  /**
   * As it waits in {@code deliveries}.
   *
   * @param because the event that it follows from
   */
  Outgoing to(
      OrganizationId organization, CrmConnectionId connection, UUID because, Instant createdAt) {
    return new Outgoing(
        TimeOrderedUuid.next(),
        organization,
        Intake.CONSUMER,
        connection.value(),
        because,
        TYPE,
        Json.write(this),
        0,
        createdAt);
  }
}
