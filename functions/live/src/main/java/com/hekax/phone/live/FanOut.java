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
 * Texts to many connections, so many at a time, and all of it within a few seconds: who has not
 * taken them by then is given up. For ten organizations, as many as a batch of the queue can be of,
 * that ends before the function does. Each connection is sent the texts in their order, and none
 * after one that it did not take.
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
   * @param sent how many texts were taken
   * @param gone the connections that are closed
   * @param failed a reason for each that was not reached
   */
  record Result(int sent, List<String> gone, List<String> failed) {}

  /**
   * How it went with one connection.
   *
   * @param sent how many texts it took
   * @param last with the last that was tried
   */
  private record Reached(int sent, Sending last) {}

  Result send(List<String> connectionIds, List<String> texts) {
    if (connectionIds.isEmpty()) {
      return new Result(0, List.of(), List.of());
    }
    int threads = Math.min(AT_A_TIME, connectionIds.size());
    // Virtual ones, because only those can be called off while they wait for an answer.
    try (var executor = Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
      var tasks = connectionIds.stream().map(id -> task(id, texts)).toList();
      return collect(
          connectionIds, executor.invokeAll(tasks, WITHIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sending to live links", e);
    }
  }

  private Callable<Reached> task(String connectionId, List<String> texts) {
    return () -> {
      int sent = 0;
      for (var text : texts) {
        var sending = connections.send(connectionId, text);
        if (!(sending instanceof Sending.Sent)) {
          return new Reached(sent, sending);
        }
        sent++;
      }
      return new Reached(sent, new Sending.Sent());
    };
  }

  private static Result collect(List<String> connectionIds, List<Future<Reached>> answers)
      throws InterruptedException {
    int sent = 0;
    var gone = new ArrayList<String>();
    var failed = new ArrayList<String>();
    for (int i = 0; i < answers.size(); i++) {
      var reached = outcome(answers.get(i));
      sent += reached.sent();
      switch (reached.last()) {
        case Sending.Sent _ -> {}
        case Sending.Gone _ -> gone.add(connectionIds.get(i));
        case Sending.Failed(var reason) -> failed.add(reason);
      }
    }
    return new Result(sent, gone, failed);
  }

  private static Reached outcome(Future<Reached> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (CancellationException e) {
      return new Reached(0, new Sending.Failed("not within " + WITHIN.toSeconds() + " seconds"));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
