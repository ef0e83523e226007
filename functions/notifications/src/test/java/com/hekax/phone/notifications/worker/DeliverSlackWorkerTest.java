package com.hekax.phone.notifications.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.notifications.slack.SlackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliverSlackWorkerTest extends SlackTest {

  @BeforeEach
  void given_a_connected_channel() {
    connect(acme(), acmeTeam, "calls");
  }

  @Test
  void when_a_lead_is_captured_then_the_channel_reads_who_it_is_and_what_he_needs() {
    var captured = captured(acme());

    assertThat(worker.deliver(captured)).isEmpty();

    assertThat(seen()).hasSize(1);
    var message = seen().getLast();
    assertThat(message.text())
        .isEqualTo(
            "New lead: Maria Lopez, (415) 555-0132. Chipped a front tooth &amp; wants to be seen");
    assertThat(message.blocks())
        .contains(
            "<tel:+14155550132|(415) 555-0132>",
            "<https://phone.example.com/calls/" + captured.lead().call().orElseThrow());
    assertThat(message.metadata()).doesNotContain("Maria");
    assertThat(delivery()).containsEntry("status", "DELIVERED");
    assertThat(rows("select * from slack_doubts")).isEmpty();
    assertThat(connectionOf(acme()).path("lastOkAt").asText()).isNotEmpty();
  }

  @Test
  void when_a_message_is_taken_and_a_voicemail_left_then_both_are_told_a_second_apart() {

    worker.deliver(taken(acme()), voicemail(acme()));

    assertThat(seen().stream().map(one -> one.text()))
        .containsExactlyInAnyOrder(
            "Message for Dr. Patel, from Ann Lee, (415) 555-0132. Please call me back about the"
                + " invoice",
            "New voicemail: Private number, 1:23 long");
    var written = seen().stream().map(one -> seconds(one.ts())).toList();
    assertThat(Duration.between(written.getFirst(), written.getLast()))
        .isGreaterThan(Duration.ofMillis(900));
  }

  private static Instant seconds(String ts) {
    var parts = ts.split("\\.", -1);
    return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1_000);
  }

  @Test
  void when_the_tokens_are_under_the_former_key_then_they_are_sealed_anew() {
    var plain = platform().envelope().open(acme().id(), "slack-tokens", tokens());
    sql(
        "update slack_connections set tokens = ?",
        formerEnvelope().seal(acme().id(), "slack-tokens", plain));

    worker.deliver(captured(acme()));

    assertThat(seen()).hasSize(1);
    assertThat(platform().envelope().isPresent(tokens())).isTrue();
    assertThat(platform().envelope().open(acme().id(), "slack-tokens", tokens())).isEqualTo(plain);
  }

  private byte[] tokens() {
    var row = rows("select tokens from slack_connections").getFirst();
    return (byte[]) Objects.requireNonNull(row.get("tokens"));
  }

  @Test
  void when_an_event_comes_twice_then_it_is_told_once() {
    var captured = captured(acme());

    worker.deliver(captured, captured);
    worker.deliver(captured);

    assertThat(seen()).hasSize(1);
  }

  @Test
  void when_another_business_has_a_lead_then_this_channel_is_not_told() {
    connect(globex(), globexTeam, "calls");

    worker.deliver(captured(globex()));

    assertThat(seen()).isEmpty();
    assertThat(slack.messages(globexTeam, "calls")).hasSize(1);
  }

  @Test
  void when_a_bad_message_comes_beside_a_good_one_then_it_comes_back_alone() {
    var good = TestFunction.envelope(captured(acme()));

    assertThat(worker.deliverBodies("no event at all", good)).containsExactly(0);

    assertThat(seen()).hasSize(1);
  }

  @Nested
  class Given_tokens_that_rotate {

    @BeforeEach
    void given_a_rotating_connection() {
      slack.rotation(true, Duration.ofHours(12));
      connect(acme(), acmeTeam, "calls");
    }

    private int version() {
      var row = rows("select token_version from slack_connections").getFirst();
      return (int) Objects.requireNonNull(row.get("token_version"));
    }

    @Test
    void when_one_is_about_to_end_then_another_is_fetched_first_and_kept() {
      var before = version();
      sql("update slack_connections set access_expires_at = now() + interval '1 minute'");

      worker.deliver(captured(acme()));
      worker.deliver(captured(acme()));

      assertThat(seen()).hasSize(2);
      assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void when_two_need_another_at_once_then_one_of_them_asks() throws Exception {
      // A refresh token serves once: the second to show it would lose the connection.
      sql("update slack_connections set access_expires_at = now() + interval '1 minute'");
      fail("slack-token", 0, Duration.ofMillis(500));
      var before = version();
      var other = function(DeliverSlackWorker::new);

      var beside = Thread.ofVirtual().start(() -> other.deliver(taken(acme())));
      worker.deliver(captured(acme()));
      beside.join();

      assertThat(seen()).hasSize(2);
      assertThat(version()).isEqualTo(before + 1);
      assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void when_Slack_says_that_one_has_ended_then_another_is_fetched_and_the_message_written() {
      slack.expireAccess();

      worker.deliver(captured(acme()));

      assertThat(seen()).hasSize(1);
      assertThat(delivery()).containsEntry("status", "DELIVERED");
    }

    @Test
    void when_new_ones_cannot_be_had_now_then_the_message_is_written_later() {
      slack.expireAccess();
      fail("slack-token", 503);

      worker.deliver(captured(acme()));
      assertThat(delivery()).containsEntry("status", "WAITING");
      failNoMore();
      afterAWhile();

      assertThat(seen()).hasSize(1);
    }

    @Test
    void when_the_refresh_token_is_no_good_then_the_connection_is_lost() {
      sql("update slack_connections set access_expires_at = now() - interval '1 minute'");
      slack.uninstall(acmeTeam);

      worker.deliver(captured(acme()));

      assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("RECONNECT_NEEDED");
      assertThat(rows("select error from delivery_attempts")).hasSize(1);
      assertThat(aws.published("ConnectionLost")).isNotEmpty();
    }
  }
}
