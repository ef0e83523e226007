package com.hekax.phone.platform.http;

import com.hekax.phone.platform.db.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A write with an {@code Idempotency-Key} happens once. The key is taken and the answer kept in the
 * transaction of the write itself: a second request with the key waits for the first to commit and
 * gets its answer, and if the write fails, the key is free again.
 */
final class Idempotency {
  private final Database database;
  private final InstantSource clock;

  Idempotency(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  ApiResponse answer(String route, ApiRequest request, Supplier<ApiResponse> handler) {
    var key = request.header("idempotency-key");
    // A key belongs to whoever sent it: what comes from nobody is answered without.
    if (key.isEmpty() || request.method().equals("GET") || request.principalIfAny().isEmpty()) {
      return handler.get();
    }
    var id = new IdempotencyKey(request.principal().id(), route, key.get());
    var hash = hash(request);
    return database.inTransaction(
        request.organization(),
        tx -> {
          var keys = tx.dao(IdempotencyKeyDao.class);
          if (keys.take(request.organization(), id, hash, clock.instant()) == 0) {
            return keys.find(request.organization(), id).map(kept -> kept.to(hash)).orElseThrow();
          }
          var response = handler.get();
          keys.keep(
              request.organization(),
              id,
              response.status(),
              Optional.ofNullable(response.headers().get("location")),
              response.shownOnce() ? Optional.empty() : response.body());
          return response;
        });
  }

  private static String hash(ApiRequest request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(request.rawPathAndQuery().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(request.bodyBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
