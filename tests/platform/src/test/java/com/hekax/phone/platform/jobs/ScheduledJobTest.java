package com.hekax.phone.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.LoggedLines;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.json.Json;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class ScheduledJobTest extends DatabaseTest {
  private final AtomicInteger runs = new AtomicInteger();

  private static final class CountingJob extends ScheduledJob {
    private final IntSupplier work;

    CountingJob(IntSupplier work) {
      this.work = work;
    }

    @Override
    protected int run() {
      return work.getAsInt();
    }
  }

  private TestFunction<CountingJob> job(IntSupplier work) {
    return function(() -> new CountingJob(work));
  }

  @Test
  void when_its_time_has_come_then_it_runs_once_and_says_how_much_it_did() {
    try (var log = new LoggedLines()) {
      job(() -> {
            runs.incrementAndGet();
            return 7;
          })
          .run();

      assertThat(log.of("INFO"))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.path("count").asInt()).isEqualTo(7);
                assertThat(line.path("service").asText()).isEqualTo("platform");
                assertThat(line.path("function").asText()).isEqualTo("CountingJob");
              });
    }
    assertThat(runs).hasValue(1);
  }

  @Test
  void when_it_fails_then_its_schedule_learns_of_it() {
    var broken =
        job(
            () -> {
              throw new IllegalStateException("The disk is full");
            });

    assertThatThrownBy(broken::run).hasMessage("The disk is full");
  }

  @Test
  void when_it_is_pinged_then_it_does_nothing() {
    var answer = job(runs::incrementAndGet).invoke(Json.tree(Ping.PAYLOAD));

    assertThat(answer.isMissingNode()).isTrue();
    assertThat(runs).hasValue(0);
  }
}
