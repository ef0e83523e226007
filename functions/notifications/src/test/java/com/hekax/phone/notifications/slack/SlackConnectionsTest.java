package com.hekax.phone.notifications.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlackConnectionsTest extends SlackTest {

  private void lose(int version) {
    var row = rows("select id from slack_connections").getFirst();
    var target = (UUID) Objects.requireNonNull(row.get("id"));
    var found =
        new Outgoing(
            TimeOrderedUuid.next(),
            acme().id(),
            SlackConnections.CONSUMER,
            target,
            TimeOrderedUuid.next(),
            "LEAD_CAPTURED",
            "{}",
            0,
            Instant.now());
    inEnvironment(SlackWiring::connections).lose(found, version, "Slack says no.");
  }

  @Test
  void when_old_tokens_turn_out_to_be_no_good_then_the_new_ones_are_not_lost() {
    connect(acme(), acmeTeam, "calls");
    connect(acme(), acmeTeam, "calls");

    lose(1);

    assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("ACTIVE");
    assertThat(rows("select * from outbox")).isEmpty();
  }

  @Test
  void when_the_newest_are_no_good_then_that_is_told_once() {
    connect(acme(), acmeTeam, "calls");

    lose(1);
    lose(1);

    assertThat(connectionOf(acme()).path("error").asText()).isEqualTo("Slack says no.");
    assertThat(rows("select * from outbox")).hasSize(1);
  }
}
