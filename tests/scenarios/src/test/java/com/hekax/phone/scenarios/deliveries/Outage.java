package com.hekax.phone.scenarios.deliveries;

import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.console.Faults.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Receivers that are down, each in another way from one moment to the next: they refuse, ask for
 * patience, do not answer in time, or do what they are asked and lose the answer.
 */
final class Outage {
  /** A further receiver is one more word: the name of its faults. */
  static final List<String> RECEIVERS = List.of("hubspot", "webhook-receiver", "slack", "resend");

  private static final List<Way> WAYS =
      List.of(
          new Way("", new Fault(503, Duration.ZERO, Optional.empty())),
          new Way("-late", new Fault(500, Duration.ZERO, Optional.empty())),
          new Way("", new Fault(429, Duration.ZERO, Optional.of(3))),
          new Way("-late", new Fault(503, Duration.ofSeconds(12), Optional.empty())),
          new Way("", new Fault(502, Duration.ofSeconds(12), Optional.empty())));

  private static final Duration ONE_WAY = Duration.ofSeconds(3);

  /** What is planned ends with {@link #end()} and not by itself. */
  private static final Duration LONG = Duration.ofHours(1);

  private final Faults faults;
  private final Thread changes;

  private Outage(Faults faults) {
    this.faults = faults;
    this.changes = Thread.ofVirtual().name("outage").unstarted(this::change);
  }

  /**
   * A way to be down.
   *
   * @param when nothing for before the work is done, {@code -late} for after it
   */
  private record Way(String when, Fault fault) {}

  /** From now until {@link #end()}. */
  static Outage begin(Faults faults) {
    var outage = new Outage(faults);
    outage.plan(0);
    outage.changes.start();
    return outage;
  }

  /** All are up again. */
  void end() throws InterruptedException {
    changes.interrupt();
    changes.join();
    RECEIVERS.forEach(this::clear);
  }

  private void change() {
    try {
      for (int moment = 1; ; moment++) {
        Thread.sleep(ONE_WAY);
        plan(moment);
      }
    } catch (InterruptedException over) {
      // All receivers are up again.
    }
  }

  private void plan(int moment) {
    for (int i = 0; i < RECEIVERS.size(); i++) {
      var receiver = RECEIVERS.get(i);
      var way = WAYS.get((moment + i) % WAYS.size());
      // The next way first, so that there is no moment between in which it is up.
      faults.plan(receiver + way.when(), way.fault(), LONG);
      faults.clear(receiver + (way.when().isEmpty() ? "-late" : ""));
    }
  }

  private void clear(String receiver) {
    faults.clear(receiver);
    faults.clear(receiver + "-late");
  }
}
