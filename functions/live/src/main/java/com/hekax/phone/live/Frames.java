package com.hekax.phone.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.live.store.FrameDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What the pages of each organization are told, numbered from 1 without holes, so that a page knows
 * what it has missed. Kept for an hour at least.
 */
public final class Frames {
  /** As many as are sent to a page one after another; for more, it does better to ask anew. */
  static final int MOST_MISSED = 200;

  private final Database database;
  private final InstantSource clock;

  Frames(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What a page has missed.
   *
   * @param frames in the order of their numbers
   * @param seq the number that the page goes on from
   * @param complete whether these are all; otherwise there are none, and the page asks for what it
   *     shows anew
   */
  public record Missed(List<Frame> frames, long seq, boolean complete) {

    static Missed tooMuch(long seq) {
      return new Missed(List.of(), seq, false);
    }
  }

  /** Numbers and keeps a frame. From here to its end, the transaction is the only one that does. */
  Frame add(Tx tx, OrganizationId organization, String type, Instant at, Object data) {
    var dao = tx.dao(FrameDao.class);
    JsonNode tree = Json.MAPPER.valueToTree(data);
    var frame = Frame.numbered(dao.takeNumber(organization), type, at, tree);
    dao.insert(organization, frame.seq().orElseThrow(), type, at, tree.toString(), clock.instant());
    return frame;
  }

  /**
   * What came after a number.
   *
   * @param after the last that the page knows of; empty when it knows of none
   */
  public Missed after(OrganizationId organization, Optional<Long> after) {
    return database.read(
        organization,
        tx -> {
          var dao = tx.dao(FrameDao.class);
          long last = dao.findLast(organization).orElse(0L);
          return after
              .filter(from -> from <= last && last - from <= MOST_MISSED)
              .map(from -> between(dao, organization, from, last))
              .orElseGet(() -> Missed.tooMuch(last));
        });
  }

  private static Missed between(FrameDao dao, OrganizationId organization, long from, long last) {
    var frames = dao.findBetween(organization, from, last).stream().map(FrameRow::frame).toList();
    return frames.size() == last - from ? new Missed(frames, last, true) : Missed.tooMuch(last);
  }

  /**
   * A frame as it is kept.
   *
   * @param data JSON
   */
  public record FrameRow(long seq, String type, Instant at, String data) {

    Frame frame() {
      return Frame.numbered(seq, type, at, Json.tree(data));
    }
  }
}
