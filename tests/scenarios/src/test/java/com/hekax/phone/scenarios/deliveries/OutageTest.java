package com.hekax.phone.scenarios.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.scenarios.TestProduct;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@code ./hekax prove outage} shows, without waiting for the product's clock. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutageTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void what_receivers_missed_while_they_were_down_arrives_once_and_the_log_tells_what_happened()
      throws Exception {
    // Beside each other, as most of a call is waiting.
    try (var calm = DisorderedProduct.start(TestProduct.folder());
        var product = DisorderedProduct.start(TestProduct.folder());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var onCalmDay = threads.submit(() -> new Round(calm).calm());
      var log = new DeliveryLog(product);
      var before = log.read();
      var outage = Outage.begin(product.product().sandbox().faults());
      var afterOutage =
          new Round(product)
              .run(
                  () -> {
                    outage.end();
                    new Resending(product).hurry(LIMIT);
                  });

      assertThat(onCalmDay.get().differences(afterOutage))
          .allSatisfy((script, differences) -> assertThat(differences).as(script).isEmpty());
      var told = log.since(before);
      assertThat(told).allMatch(DeliveryLog.Line::isToldWell);
      assertThat(told)
          .filteredOn(DeliveryLog.Line::hasFailures)
          .extracting(DeliveryLog.Line::channel)
          .containsAll(Outage.RECEIVERS);
    }
  }
}
