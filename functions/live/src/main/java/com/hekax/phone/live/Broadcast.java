package com.hekax.phone.live;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.CallDetails;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.live.FanOut.Result;
import com.hekax.phone.live.store.AudienceDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.Metrics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells all open pages of an organization what changed. A change becomes a frame with a number in
 * the transaction that remembers it, and is sent when that is committed: nobody waits for a number
 * while pages are being reached. A page that cannot be reached sees later that a number is missing,
 * and asks for it; so it holds up nobody, and nothing is sent a second time.
 */
public final class Broadcast {
  private final Database database;
  private final Frames frames;
  private final FanOut fanOut;
  private final InstantSource clock;
  private final Map<OrganizationId, List<Frame>> committed = new LinkedHashMap<>();

  Broadcast(Database database, Frames frames, FanOut fanOut, InstantSource clock) {
    this.database = database;
    this.frames = frames;
    this.fanOut = fanOut;
    this.clock = clock;
  }

  public void lead(Tx tx, OrganizationId organization, String type, Instant at, LeadDetails lead) {
    var assigneeName =
        lead.assignedTo()
            .flatMap(user -> tx.dao(AudienceDao.class).findMemberName(organization, user));
    add(tx, organization, type, at, LeadData.of(lead, assigneeName));
  }

  public void call(Tx tx, OrganizationId organization, String type, Instant at, CallDetails call) {
    add(tx, organization, type, at, CallData.of(call));
  }

  private void add(Tx tx, OrganizationId organization, String type, Instant at, Object data) {
    var frame = frames.add(tx, organization, type, at, data);
    tx.afterCommit(
        () -> committed.computeIfAbsent(organization, _ -> new ArrayList<>()).add(frame));
  }

  /** Sends what was committed since the last time. */
  public void send() {
    var toSend = new LinkedHashMap<>(committed);
    committed.clear();
    toSend.forEach(this::send);
  }

  private void send(OrganizationId organization, List<Frame> news) {
    var connections =
        database.read(
            organization,
            tx -> tx.dao(AudienceDao.class).findConnections(organization, clock.instant()));
    var result = fanOut.send(connections, news.stream().map(Frame::json).toList());
    forget(organization, result.gone());
    note(result);
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
        .count("LinksNotReached", result.failed().size())
        .write();
    if (!result.failed().isEmpty()) {
      Log.warn(
          "Some live links could not be reached",
          field("count", result.failed().size()),
          field("firstReason", result.failed().getFirst()));
    }
  }
}
