package com.hekax.phone.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PaceTest {

  @Test
  void when_many_come_at_once_then_they_go_one_by_one_so_far_apart() {
    var pace = new Pace(Duration.ofMillis(50), InstantSource.system());
    var gone = new ConcurrentLinkedQueue<Instant>();
    var start = Instant.now();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        threads.execute(() -> goThrough(pace, gone));
      }
    }

    var times = gone.stream().sorted().toList();
    assertThat(times).hasSize(6);
    for (int i = 0; i < 6; i++) {
      assertThat(times.get(i)).isAfterOrEqualTo(start.plusMillis(50L * i));
    }
  }

  @Test
  void when_nobody_went_before_then_the_first_one_goes_at_once() throws Exception {
    var pace = new Pace(Duration.ofHours(1), InstantSource.system());
    var start = Instant.now();

    pace.await();

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  private static void goThrough(Pace pace, Queue<Instant> gone) {
    try {
      pace.await();
      gone.add(Instant.now());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
