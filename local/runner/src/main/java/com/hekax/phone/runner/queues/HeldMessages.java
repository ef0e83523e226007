package com.hekax.phone.runner.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * Messages of one queue that {@link Disorder} delivers again and later. One that comes again keeps
 * its id, as from SQS, and was received once more.
 */
final class HeldMessages {
  private static final int MOST_DELIVERIES = 3;
  private static final String RECEIVED = "ApproximateReceiveCount";

  private final String queue;
  private final Disorder disorder;
  private final DelayQueue<Held> waiting = new DelayQueue<>();

  HeldMessages(String queue, Disorder disorder) {
    this.queue = queue;
    this.disorder = disorder;
  }

  /** A message and its time by {@link System#nanoTime}. */
  private record Held(JsonNode message, long at) implements Delayed {

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    String id() {
      return message.path("MessageId").asText();
    }
  }

  void hold(List<JsonNode> messages) {
    for (var message : messages) {
      int again = 0;
      for (var late : disorder.deliveries(queue, MOST_DELIVERIES)) {
        disorder.held(queue, 1);
        waiting.add(new Held(received(message, again++), System.nanoTime() + late.toNanos()));
      }
    }
  }

  /** A batch of what is due, no message twice in it. Waits for the first. */
  List<JsonNode> take(int most) throws InterruptedException {
    var batch = new ArrayList<Held>();
    var repeated = new ArrayList<Held>();
    var ids = new HashSet<String>();
    for (var next = waiting.take(); next != null; next = waiting.poll()) {
      (ids.add(next.id()) ? batch : repeated).add(next);
      if (batch.size() == most) {
        break;
      }
    }
    waiting.addAll(repeated);
    return batch.stream().map(Held::message).toList();
  }

  /** A batch that was taken has been delivered. */
  void delivered(List<JsonNode> batch) {
    disorder.held(queue, -batch.size());
  }

  private static JsonNode received(JsonNode message, int again) {
    var copy = message.<ObjectNode>deepCopy();
    if (copy.path("Attributes") instanceof ObjectNode attributes) {
      attributes.put(RECEIVED, Integer.toString(attributes.path(RECEIVED).asInt(1) + again));
    }
    return copy;
  }
}
