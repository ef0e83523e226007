package com.hekax.phone.notifications.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.notifications.slack.SlackTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack on a bad day. */
class ResendSlackJobTest extends SlackTest {
  @BeforeEach
  void given_a_connected_channel() {
    connect(acme(), acmeTeam, "calls");
  }

  private int told() {
    return seen().size();
  }

  private Duration untilNextAttempt() {
    var next = (Timestamp) Objects.requireNonNull(delivery().get("next_attempt_at"));
    return Duration.between(Instant.now(), next.toInstant());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void when_Slack_does_nothing_then_it_is_tried_again_and_the_message_arrives_once(int status) {
    fail("slack", status);
    assertThat(worker.deliver(captured(acme()))).isEmpty();
    afterAWhile();
    assertThat(told()).isZero();

    failNoMore();
    afterAWhile();
    afterAWhile();

    assertThat(told()).isEqualTo(1);
    assertThat(delivery()).containsEntry("status", "DELIVERED").containsEntry("attempts", 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack-late", "slack-messages-late"})
  void when_Slack_writes_it_and_the_answer_is_lost_then_it_is_found_and_not_written_again(
      String target) {
    fail(target, 502);
    worker.deliver(captured(acme()));
    assertThat(told()).isEqualTo(1);
    assertThat(delivery()).containsEntry("status", "WAITING");

    failNoMore();
    afterAWhile();

    assertThat(told()).isEqualTo(1);
    assertThat(delivery()).containsEntry("status", "DELIVERED");
    assertThat(rows("select * from slack_doubts")).isEmpty();
  }

  @Test
  void when_Slack_writes_it_and_the_answer_comes_too_late_then_it_is_told_once() {
    fail("slack-messages-late", 0, Duration.ofSeconds(6));
    worker.deliver(captured(acme()));
    assertThat(delivery()).containsEntry("status", "WAITING");

    failNoMore();
    afterAWhile();

    assertThat(told()).isEqualTo(1);
    assertThat(delivery()).containsEntry("status", "DELIVERED");
  }

  @Test
  void when_Slack_writes_it_and_says_that_it_failed_inside_then_it_is_told_once() {
    fail("slack-internal-late", 200);
    worker.deliver(captured(acme()));

    failNoMore();
    afterAWhile();

    assertThat(told()).isEqualTo(1);
    assertThat(delivery()).containsEntry("status", "DELIVERED");
  }

  @Test
  void when_the_function_dies_after_it_has_written_it_then_it_is_told_once() {
    worker.deliver(captured(acme()));
    var id = Objects.requireNonNull(delivery().get("id"));
    // As the rows stand right before the answer would have been noted.
    sql(
        "update deliveries set status = 'WAITING', delivered_at = null, next_attempt_at = now() where id = ?",
        id);
    sql(
        "insert into slack_doubts values (?, ?, now() - interval '2 seconds', now())",
        acme().id().value(),
        id);

    afterAWhile();

    assertThat(told()).isEqualTo(1);
    assertThat(delivery()).containsEntry("status", "DELIVERED");
  }

  @Test
  void when_much_was_said_since_in_the_channel_then_the_message_is_found_all_the_same() {
    slack.history(2, 100, Duration.ofMillis(1));
    fail("slack-messages-late", 502);
    worker.deliver(captured(acme()));
    IntStream.range(0, 5).forEach(i -> slack.say(acmeTeam, "calls", "talk " + i));

    failNoMore();
    afterAWhile();

    assertThat(seen()).filteredOn(one -> one.text().startsWith("New lead")).hasSize(1);
    assertThat(delivery()).containsEntry("status", "DELIVERED");
  }

  @Test
  void when_the_channel_cannot_be_read_now_then_it_is_not_written_on_a_guess() {
    fail("slack-messages-late", 502);
    worker.deliver(captured(acme()));
    failNoMore();
    fail("slack-history", 429);

    afterAWhile();
    assertThat(told()).isEqualTo(1);
    assertThat(delivery()).containsEntry("status", "WAITING");

    failNoMore();
    afterAWhile();
    assertThat(told()).isEqualTo(1);
    assertThat(delivery()).containsEntry("status", "DELIVERED");
  }

  @Test
  void when_Slack_is_busy_then_it_waits_no_less_than_it_is_asked_to() {
    fail("slack", 429);

    worker.deliver(captured(acme()));

    assertThat(untilNextAttempt()).isBetween(Duration.ofSeconds(13), Duration.ofSeconds(17));
  }

  @Test
  void when_one_cannot_be_written_then_those_behind_it_are_not_tried_and_all_arrive_later() {
    fail("slack", 503);
    worker.deliver(captured(acme()), taken(acme()), voicemail(acme()));
    assertThat(rows("select * from slack_doubts")).as("only of the first").hasSize(1);

    failNoMore();
    afterAWhile();

    assertThat(told()).isEqualTo(3);
    assertThat(rows("select distinct status from deliveries"))
        .containsExactly(Map.of("status", "DELIVERED"));
  }

  @Test
  void when_it_was_tried_for_long_enough_then_it_is_given_up_with_a_reason() {
    fail("slack", 503);
    worker.deliver(captured(acme()));
    IntStream.range(0, 10).forEach(_ -> afterAWhile());

    assertThat(delivery())
        .containsEntry("status", "FAILED")
        .containsEntry("attempts", 11)
        .containsEntry(
            "last_error", "Whether it has arrived could not be found out in the channel.");
  }

  @Test
  void when_the_access_is_revoked_then_that_is_told_once_and_a_new_connection_goes_on() {
    int lostBefore = aws.published("ConnectionLost").size();
    fail("slack", 503);
    worker.deliver(captured(acme()), taken(acme()));
    failNoMore();
    slack.uninstall(acmeTeam);

    afterAWhile();
    worker.deliver(captured(acme()));

    assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("RECONNECT_NEEDED");
    assertThat(connectionOf(acme()).path("error").asText())
        .isEqualTo("Slack does not accept our access any more. Connect it again.");
    assertThat(aws.published("ConnectionLost")).hasSize(lostBefore + 1);
    assertThat(rows("select distinct status from deliveries"))
        .containsExactly(Map.of("status", "FAILED"));
    assertThat(rows("select * from deliveries where last_error is null")).isEmpty();

    connect(acme(), acmeTeam, "calls");
    worker.deliver(voicemail(acme()));
    assertThat(seen().getLast().text()).startsWith("New voicemail");
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void when_somebody_connected_it_again_in_the_meantime_then_what_waits_goes_there() {
    fail("slack", 503);
    worker.deliver(captured(acme()));
    failNoMore();
    slack.uninstall(acmeTeam);
    connect(acme(), globexTeam, "calls");

    afterAWhile();

    assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("ACTIVE");
    assertThat(slack.messages(globexTeam, "calls")).hasSize(1);
  }

  @Test
  void when_the_channel_is_closed_then_another_one_has_to_be_chosen() {
    slack.archive(acmeTeam, "calls");

    worker.deliver(captured(acme()));

    assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("RECONNECT_NEEDED");
    assertThat(connectionOf(acme()).path("error").asText()).contains("choose another one");
    assertThat(delivery()).containsEntry("status", "FAILED");
  }

  @Test
  void when_one_business_cannot_be_told_then_another_is() {
    connect(globex(), globexTeam, "calls");
    fail("slack", 503);
    worker.deliver(captured(acme()), captured(globex()));
    failNoMore();
    slack.uninstall(acmeTeam);

    afterAWhile();

    assertThat(slack.messages(globexTeam, "calls")).hasSize(1);
  }
}
