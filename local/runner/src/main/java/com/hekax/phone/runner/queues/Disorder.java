package com.hekax.phone.runner.queues;

import com.hekax.phone.runner.template.Naming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Deliveries no better than AWS promises them: each more than once, late, beside each other and in
 * any order ("Amazon SQS at-least-once delivery" and "Amazon EventBridge event delivery", read
 * 2026-11-24). Off until {@link #begin}.
 */
public final class Disorder {
  /** Longer than what follows a message usually takes, shorter than any visibility time-out. */
  private static final Duration LATEST = Duration.ofSeconds(2);

  private final Map<String, Random> chances = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> held = new ConcurrentHashMap<>();
  private volatile Optional<Long> seed = Optional.empty();

  /**
   * From now on.
   *
   * @param newSeed decides, with the place of a delivery, how late and how often it is
   */
  public void begin(long newSeed) {
    chances.clear();
    seed = Optional.of(newSeed);
  }

  /** No more; what is held comes when it was to come. */
  public void end() {
    seed = Optional.empty();
  }

  public boolean isOn() {
    return seed.isPresent();
  }

  /**
   * How late each delivery of one thing is, the original being one of them.
   *
   * @param place where it is delivered
   * @param most how often, at least two
   */
  public List<Duration> deliveries(String place, int most) {
    var random =
        chances.computeIfAbsent(
            place, name -> new Random(seed.orElse(0L) * 1_000_003 + name.hashCode()));
    synchronized (random) {
      int times = most == 2 ? 2 : random.nextInt(2, most + 1);
      var late = new ArrayList<Duration>();
      while (late.size() < times) {
        // Now and then beside the one before, which shows more than any time between.
        late.add(
            !late.isEmpty() && random.nextInt(3) == 0
                ? late.getLast()
                : Duration.ofMillis(random.nextLong(LATEST.toMillis())));
      }
      return List.copyOf(late);
    }
  }

  /** How many deliveries to a queue are still to be made or under way. */
  public int held(String queue) {
    return held(queue, 0);
  }

  /** So many more are to be made, or fewer. */
  public int held(String queue, int more) {
    return held.computeIfAbsent(Naming.lastPart(queue), _ -> new AtomicInteger()).addAndGet(more);
  }
}
