package com.hekax.phone.bridge.backend;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.bridge.conversation.Turn;
import com.hekax.phone.platform.telemetry.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The turns of one call on their way to the back end: one request at a time, which takes all that
 * wait. What fails is tried again with what came meanwhile, and at the end a few times more.
 */
final class TurnPosts {
  /** More than any call has; a back end that is away for so long gets the end of it. */
  private static final int MOST_WAITING = 500;

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
  private static final int LAST_ATTEMPTS = 5;

  private final Function<String, CompletableFuture<Reply>> post;
  private final String callId;
  // By item, so that what is newer about a turn replaces what waits.
  private final Map<String, Turn> waiting = new LinkedHashMap<>();
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private boolean underWay;
  private boolean finishing;
  private int failures;

  TurnPosts(Function<String, CompletableFuture<Reply>> post, String callId) {
    this.post = post;
    this.callId = callId;
  }

  synchronized void add(Turn turn) {
    waiting.remove(turn.itemId());
    waiting.put(turn.itemId(), turn);
    if (waiting.size() > MOST_WAITING) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    send();
  }

  /** No more turns come; completes when all are saved or have been given up. */
  synchronized CompletableFuture<Void> finish() {
    finishing = true;
    failures = 0;
    send();
    return finished;
  }

  private synchronized void send() {
    if (underWay) {
      return;
    }
    if (waiting.isEmpty()) {
      if (finishing) {
        finished.complete(null);
      }
      return;
    }
    var turns = List.copyOf(waiting.values());
    waiting.clear();
    underWay = true;
    var _ = post.apply(TurnsBody.of(turns)).thenAccept(reply -> sent(turns, reply));
  }

  private synchronized void sent(List<Turn> turns, Reply reply) {
    if (!reply.isTemporaryFailure()) {
      if (!reply.isGood()) {
        Log.error("Turns were refused", field("callId", callId), field("turns", turns.size()));
      }
      failures = 0;
      next();
      return;
    }
    failures++;
    if (finishing && failures >= LAST_ATTEMPTS) {
      Log.error("Turns were lost", field("callId", callId), field("turns", turns.size()));
      next();
      return;
    }
    keep(turns);
    var pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
    var limited = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    CompletableFuture.delayedExecutor(limited.toMillis(), TimeUnit.MILLISECONDS)
        .execute(this::next);
  }

  private synchronized void next() {
    underWay = false;
    send();
  }

  /** Puts back what failed, before what came meanwhile, except for what that replaces. */
  private void keep(List<Turn> failed) {
    var newer = new ArrayList<>(waiting.values());
    waiting.clear();
    failed.forEach(turn -> waiting.put(turn.itemId(), turn));
    newer.forEach(turn -> waiting.put(turn.itemId(), turn));
  }
}
