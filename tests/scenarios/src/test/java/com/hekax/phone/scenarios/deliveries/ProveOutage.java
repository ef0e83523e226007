package com.hekax.phone.scenarios.deliveries;

import com.hekax.phone.scenarios.TestProduct;
import com.hekax.phone.scenarios.deliveries.DeliveryLog.Line;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code ./hekax prove outage}: every script while all receivers are down for a minute; then waits,
 * by the product's own clock, until everything has arrived, and compares it with what arrives on a
 * day without an outage.
 */
public final class ProveOutage {
  private static final Duration DOWN = Duration.ofMinutes(1);

  /** The third attempt of a webhook is five minutes after the second. */
  private static final Duration LIMIT = Duration.ofMinutes(20);

  @SuppressWarnings("SystemOut") // The launcher's user reads it.
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      System.err.println("prove outage takes no words.");
      System.exit(2);
    }
    try (var product = DisorderedProduct.start(TestProduct.folder())) {
      System.exit(run(product) ? 0 : 1);
    }
  }

  @SuppressWarnings("SystemOut") // As above.
  private static boolean run(DisorderedProduct product) throws Exception {
    System.out.println("Every script on a calm day");
    var calm = new Round(product).calm();
    var log = new DeliveryLog(product);
    var before = log.read();

    System.out.println("Every script while all receivers are down for a minute");
    long begun = System.nanoTime();
    var outage = Outage.begin(product.product().sandbox().faults());
    var afterOutage =
        new Round(product)
            .run(
                () -> {
                  sleepUntil(begun + DOWN.toNanos());
                  outage.end();
                  System.out.println("All receivers are up again");
                  new Resending(product).await(LIMIT, System.out::println);
                });

    var told = log.since(before);
    told.forEach(line -> System.out.println(text(line)));
    var differences = calm.differences(afterOutage);
    differences.forEach(
        (script, lines) -> {
          System.out.printf(
              "%-20s %s%n",
              script, lines.isEmpty() ? "as on a calm day" : lines.size() + " differ");
          lines.forEach(line -> System.out.println("  " + line));
        });
    return differences.values().stream().allMatch(List::isEmpty)
        && told.stream().allMatch(Line::isToldWell)
        && told.stream().anyMatch(Line::hasFailures);
  }

  private static void sleepUntil(long moment) throws InterruptedException {
    var left = Duration.ofNanos(moment - System.nanoTime());
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  private static String text(Line line) {
    return "  %-16s %-9s %s"
        .formatted(
            line.channel(),
            line.status(),
            line.attempts().stream()
                .map(attempt -> attempt.path("error").asText("arrived"))
                .collect(Collectors.joining(", then ")));
  }

  private ProveOutage() {}
}
