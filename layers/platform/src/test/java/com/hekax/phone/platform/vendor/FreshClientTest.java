package com.hekax.phone.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreshClientTest {
  private final MovableClock clock = new MovableClock();
  private final FreshClient clients = new FreshClient(Duration.ofSeconds(1), clock);

  @Test
  void given_a_client_in_use_when_it_is_asked_for_then_its_connections_are_kept() {
    var first = clients.get();
    clock.advance(Duration.ofSeconds(20));
    assertThat(clients.get()).isSameAs(first);
    clock.advance(Duration.ofSeconds(20));
    assertThat(clients.get()).isSameAs(first);
  }

  @Test
  void given_a_pause_when_it_is_asked_for_then_it_is_a_new_one() {
    var first = clients.get();
    clock.advance(Duration.ofSeconds(20).plusMillis(1));

    assertThat(clients.get()).isNotSameAs(first);
  }
}
