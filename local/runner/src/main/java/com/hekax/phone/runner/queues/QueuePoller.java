package com.hekax.phone.runner.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.lambda.InvocationResult.Throttled;
import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.template.Application.QueueTrigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Feeds one function from one queue, as Lambda's event source mapping does: batches, a cap on
 * concurrency, and messages deleted only when the function is done with them. What is not deleted
 * comes back after its visibility time-out.
 */
public final class QueuePoller implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(QueuePoller.class.getName());
  private static final Duration LONG_POLL = Duration.ofSeconds(20);
  private static final int MOST_PER_RECEIVE = 10;

  private final QueueTrigger trigger;
  private final SqsClient client;
  private final LambdaService lambda;
  private final Semaphore slots;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Disorder disorder;
  private final HeldMessages held;
  private final Thread loop;
  private final Thread heldLoop;
  private volatile boolean closed;

  private QueuePoller(
      QueueTrigger trigger, Queues queues, LambdaService lambda, Disorder disorder) {
    this.trigger = trigger;
    this.client = queues.client();
    this.lambda = lambda;
    this.slots = new Semaphore(trigger.maximumConcurrency());
    this.disorder = disorder;
    this.held = new HeldMessages(trigger.queue(), disorder);
    this.loop = Thread.ofVirtual().name("poll-" + trigger.queue()).unstarted(this::poll);
    this.heldLoop = Thread.ofVirtual().name("held-" + trigger.queue()).unstarted(this::deliverHeld);
  }

  /** Starts to poll. */
  public static QueuePoller start(
      QueueTrigger trigger, Queues queues, LambdaService lambda, Disorder disorder) {
    var poller = new QueuePoller(trigger, queues, lambda, disorder);
    poller.loop.start();
    poller.heldLoop.start();
    return poller;
  }

  @Override
  public void close() {
    closed = true;
    loop.interrupt();
    heldLoop.interrupt();
    workers.shutdownNow();
  }

  private void poll() {
    while (!closed) {
      try {
        // A slot first: a message without one would only wait out its visibility.
        slots.acquire();
        var batch = receiveBatch();
        if (batch.isEmpty()) {
          slots.release();
        } else if (disorder.isOn()) {
          slots.release();
          held.hold(batch);
        } else {
          workers.execute(() -> work(batch));
        }
      } catch (InterruptedException closing) {
        return;
      } catch (RuntimeException failed) {
        slots.release();
        pauseAfter(failed);
      }
    }
  }

  /** Delivers what disorder made late or more, none while there is none. */
  private void deliverHeld() {
    try {
      while (!closed) {
        var batch = held.take(trigger.batchSize());
        slots.acquire();
        workers.execute(
            () -> {
              work(batch);
              held.delivered(batch);
            });
      }
    } catch (InterruptedException closing) {
      // What is held was never deleted.
    }
  }

  /** Up to a batch: what is there, or what comes within the template's window. */
  private List<JsonNode> receiveBatch() throws InterruptedException {
    var batch = new ArrayList<>(receive(trigger.batchSize(), LONG_POLL));
    var end = System.nanoTime() + trigger.window().toNanos();
    while (!batch.isEmpty() && batch.size() < trigger.batchSize()) {
      var left = Duration.ofNanos(end - System.nanoTime());
      if (left.toSeconds() < 1) {
        break;
      }
      batch.addAll(receive(trigger.batchSize() - batch.size(), left));
    }
    return batch;
  }

  private List<JsonNode> receive(int most, Duration wait) throws InterruptedException {
    return client.receive(trigger.queue(), Math.min(most, MOST_PER_RECEIVE), wait);
  }

  private void work(List<JsonNode> batch) {
    try {
      var done = new ArrayList<>(batch);
      switch (lambda.invoke(trigger.function(), QueueEvents.event(trigger.queue(), batch))) {
        case Success(var answer) -> keepFailures(done, answer);
        case Failure _, Throttled _ -> done.clear();
      }
      for (var from = 0; from < done.size(); from += MOST_PER_RECEIVE) {
        var some = done.subList(from, Math.min(from + MOST_PER_RECEIVE, done.size()));
        client.delete(
            trigger.queue(),
            some.stream().map(message -> message.path("ReceiptHandle").asText()).toList());
      }
    } catch (InterruptedException closing) {
      // The messages were not deleted and come back.
    } catch (RuntimeException failed) {
      if (!closed) {
        LOG.log(System.Logger.Level.WARNING, "A batch of " + trigger.queue() + " failed", failed);
      }
    } finally {
      slots.release();
    }
  }

  private void keepFailures(List<JsonNode> done, byte[] answer) {
    if (!trigger.reportsFailures()) {
      return;
    }
    Set<String> ids = new HashSet<>();
    done.forEach(message -> ids.add(message.path("MessageId").asText()));
    var failed = QueueEvents.failures(answer, ids);
    if (failed.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} answered a batch with something that is no list of failures: all comes again",
          trigger.function());
      done.clear();
      return;
    }
    done.removeIf(message -> failed.get().contains(message.path("MessageId").asText()));
  }

  private void pauseAfter(RuntimeException failed) {
    if (closed) {
      return;
    }
    LOG.log(System.Logger.Level.WARNING, "Polling " + trigger.queue() + " failed", failed);
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException closing) {
      closed = true;
    }
  }
}
