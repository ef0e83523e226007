package com.hekax.phone.platform.http;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a list that runs by time and id from the newest to the oldest. Clients see it as text
 * that means nothing to them.
 */
public record Cursor(Instant time, UUID id) {
  /** Before everything: no time is later, and no version 7 id is greater. */
  public static final Cursor NEWEST =
      new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  private static final int BYTES = 3 * Long.BYTES;

  /** 24 bytes: microseconds since 1970, then the id. */
  public String encode() {
    long micros =
        Math.addExact(
            Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    var bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(micros)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  static Cursor decode(String text) {
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    if (bytes.remaining() != BYTES) {
      throw new IllegalArgumentException("not a cursor");
    }
    long micros = bytes.getLong();
    var time =
        Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    if (time.isAfter(NEWEST.time()) || time.isBefore(Instant.EPOCH)) {
      throw new IllegalArgumentException("not a cursor");
    }
    return new Cursor(time, new UUID(bytes.getLong(), bytes.getLong()));
  }
}
