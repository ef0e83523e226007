package com.hekax.phone.live;

import com.hekax.phone.platform.aws.OpenConnections;
import com.hekax.phone.platform.aws.OpenConnections.Sending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One text to many connections, so many at a time, and all of it within a few seconds: who has not
 * taken it by then is given up. Ten such messages, a batch of the queue, end before the function
 * does.
 */
final class FanOut {
  private static final int AT_A_TIME = 32;
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final OpenConnections connections;

  FanOut(OpenConnections connections) {
    this.connections = connections;
  }

  /**
   * How it went.
   *
   * @param gone the connections that are closed
   * @param failed a reason for each that was not reached
   */
  record Result(int sent, List<String> gone, List<String> failed) {

    boolean reachedAnybody() {
      return sent + gone.size() > 0;
    }
  }

  Result send(List<String> connectionIds, String text) {
    if (connectionIds.isEmpty()) {
      return new Result(0, List.of(), List.of());
    }
    int threads = Math.min(AT_A_TIME, connectionIds.size());
    // Virtual ones, because only those can be called off while they wait for an answer.
    try (var executor = Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
      var tasks = connectionIds.stream().map(id -> task(id, text)).toList();
      return collect(
          connectionIds, executor.invokeAll(tasks, WITHIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sending to live links", e);
    }
  }

  private Callable<Sending> task(String connectionId, String text) {
    return () -> connections.send(connectionId, text);
  }

  private static Result collect(List<String> connectionIds, List<Future<Sending>> answers)
      throws InterruptedException {
    int sent = 0;
    var gone = new ArrayList<String>();
    var failed = new ArrayList<String>();
    for (int i = 0; i < answers.size(); i++) {
      switch (outcome(answers.get(i))) {
        case Sending.Sent _ -> sent++;
        case Sending.Gone _ -> gone.add(connectionIds.get(i));
        case Sending.Failed(var reason) -> failed.add(reason);
      }
    }
    return new Result(sent, gone, failed);
  }

  private static Sending outcome(Future<Sending> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (CancellationException e) {
      return new Sending.Failed("not within " + WITHIN.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
