package com.hekax.phone.notifications.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.vendor.Answer;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerdictTest {

  private record Posted(String ts) {}

  private static Reply<Posted> of(Answer answer) {
    return Verdict.of(answer, Posted.class, 3);
  }

  private static Answered answered(int status, String body) {
    return new Answered(status, Map.of(), body);
  }

  @Test
  void when_it_is_ok_then_it_was_done() {
    assertThat(of(answered(200, "{\"ok\":true,\"ts\":\"1.2\",\"channel\":\"C1\"}")))
        .isEqualTo(new Reply.Done<>(new Posted("1.2")));
  }

  @ParameterizedTest
  @CsvSource({
    "ratelimited, Busy",
    "rate_limited, Busy",
    "internal_error, Unsure",
    "fatal_error, Unsure",
    "service_unavailable, Unsure",
    "request_timeout, Unsure",
    "invalid_auth, Lost",
    "not_authed, Lost",
    "account_inactive, Lost",
    "token_revoked, Lost",
    "token_expired, Lost",
    "missing_scope, Lost",
    "org_login_required, Lost",
    "channel_not_found, Lost",
    "not_in_channel, Lost",
    "is_archived, Lost",
    "restricted_action, Lost",
    "msg_too_long, Unfit",
    "no_text, Unfit",
    "invalid_blocks, Unfit",
    "too_many_attachments, Unfit",
    "as_user_not_supported, Refused",
  })
  void when_it_is_not_ok_then_the_word_says_what_that_means(String word, String kind) {
    var reply = of(answered(200, "{\"ok\":false,\"error\":\"%s\"}".formatted(word)));

    assertThat(reply.getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void when_the_access_is_gone_then_the_tokens_are_named_that_were_tried() {
    assertThat(of(answered(200, "{\"ok\":false,\"error\":\"token_revoked\"}")))
        .isEqualTo(
            new Reply.Lost<Posted>(
                "Slack does not accept our access any more. Connect it again.", 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Maintenance</html>", "", "null"})
  void when_the_answer_is_none_of_Slack_then_it_may_have_been_done(String body) {
    assertThat(of(answered(200, body))).isInstanceOf(Reply.Unsure.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void when_Slack_fails_then_it_may_have_been_done(int status) {
    assertThat(of(answered(status, "")))
        .isEqualTo(
            new Reply.Unsure<Posted>(Optional.of(status), "Slack had a problem of its own."));
  }

  @Test
  void when_it_is_too_much_then_the_wait_is_the_one_that_is_asked_for() {
    assertThat(of(new Throttled(Duration.ofSeconds(9))))
        .isEqualTo(new Reply.Busy<Posted>(Duration.ofSeconds(9)));
  }

  @Test
  void when_there_is_no_answer_then_it_matters_whether_the_question_went_out() {
    assertThat(of(new Unreachable("time-out", true))).isInstanceOf(Reply.Unsure.class);
    assertThat(of(new Unreachable("no connection", false))).isInstanceOf(Reply.NotNow.class);
  }

  @Test
  void when_the_request_is_refused_as_such_then_it_is_not_repeated() {
    assertThat(of(answered(404, "nothing here"))).isInstanceOf(Reply.Refused.class);
  }
}
