package com.hekax.phone.live;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.live.FanOut.Result;
import com.hekax.phone.live.store.AudienceDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.Metrics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Tells all open pages of an organization what changed. */
public final class Broadcast {
  private final Database database;
  private final FanOut fanOut;
  private final InstantSource clock;

  Broadcast(Database database, FanOut fanOut, InstantSource clock) {
    this.database = database;
    this.fanOut = fanOut;
    this.clock = clock;
  }

  private record Audience(List<String> connections, Optional<String> assigneeName) {}

  /**
   * Sends a lead to every page. A page that cannot be reached now reads the lead when it comes
   * back, so it holds up nobody.
   *
   * @return whether anybody could be told, or nobody was there; otherwise the gateway itself is out
   *     of reach and it is worth another try
   */
  public boolean lead(OrganizationId organization, String type, Instant at, LeadDetails lead) {
    var audience =
        database.read(
            organization,
            tx -> {
              var dao = tx.dao(AudienceDao.class);
              return new Audience(
                  dao.findConnections(organization, clock.instant()),
                  lead.assignedTo().flatMap(user -> dao.findMemberName(organization, user)));
            });
    var frame = Frame.of(type, at, LeadData.of(lead, audience.assigneeName()));
    var result = fanOut.send(audience.connections(), frame.json());
    forget(organization, result.gone());
    note(result);
    return result.failed().isEmpty() || result.reachedAnybody();
  }

  private void forget(OrganizationId organization, List<String> gone) {
    if (!gone.isEmpty()) {
      database.useTransaction(
          organization, tx -> tx.dao(AudienceDao.class).delete(organization, gone));
    }
  }

  private static void note(Result result) {
    Metrics.ofService()
        .count("FramesSent", result.sent())
        .count("FramesLost", result.failed().size())
        .write();
    if (!result.failed().isEmpty()) {
      Log.warn(
          "Some live links could not be reached",
          field("count", result.failed().size()),
          field("firstReason", result.failed().getFirst()));
    }
  }
}
