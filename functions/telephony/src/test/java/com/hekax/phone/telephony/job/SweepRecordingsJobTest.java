package com.hekax.phone.telephony.job;

import static com.hekax.phone.telephony.TwilioPost.ACCOUNT;
import static com.hekax.phone.telephony.TwilioPost.CALLER;
import static com.hekax.phone.telephony.TwilioPost.callSid;
import static com.hekax.phone.telephony.TwilioPost.incoming;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.telephony.TelephonyTest;
import com.hekax.phone.telephony.webhook.VoicemailWebhook;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepRecordingsJobTest extends TelephonyTest {
  private static final String RECORDINGS = "/Recordings.json";

  private final TestFunction<SweepRecordingsJob> job = function(SweepRecordingsJob::new);
  private final TestFunction<VoicemailWebhook> voicemail = function(VoicemailWebhook::new);

  private static String recordingSid(int number) {
    return "RE%032x".formatted(number);
  }

  private static String url(int number) {
    return "https://api.twilio.com/2010-04-01/Accounts/%s/Recordings/%s"
        .formatted(ACCOUNT, recordingSid(number));
  }

  private static String recording(int number, String source, String status) {
    return """
    {"sid": "%s", "call_sid": "%s", "source": "%s", "status": "%s", "duration": "7", "media_url": "%s"}\
    """
        .formatted(recordingSid(number), callSid(number), source, status, url(number));
  }

  /** A message that a caller left in the call of the same number. */
  private static String message(int number) {
    return recording(number, "RecordVerb", "completed");
  }

  private void recorded(String... recordings) {
    twilio.tells(RECORDINGS, page("null", recordings));
  }

  private static String page(String next, String... recordings) {
    return """
    {"recordings": [%s], "next_page_uri": %s, "first_page_uri": "/x", "uri": "/x", "page_size": 100}\
    """
        .formatted(String.join(",", recordings), next);
  }

  /** A call that nobody told us of: it came, was answered six seconds later, and lasted 42. */
  private void called(int number, String to) {
    twilio.tells(
        "/Calls/" + callSid(number) + ".json",
        """
        {"sid": "%s", "parent_call_sid": null, "direction": "inbound", "from": "%s", "to": "%s",
         "status": "completed", "duration": "42", "date_created": "Tue, 24 Nov 2026 10:00:00 +0000",
         "start_time": "Tue, 24 Nov 2026 10:00:06 +0000", "end_time": "Tue, 24 Nov 2026 10:00:48 +0000"}
        """
            .formatted(callSid(number), CALLER, to));
  }

  private List<Map<String, Object>> voicemails() {
    return rows("select * from voicemails order by recording_sid");
  }

  private Instant sweptUntil() {
    return rows("select swept_until from recording_sweeps").stream()
        .map(row -> ((Timestamp) requireNonNull(row.get("swept_until"))).toInstant())
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  @Nested
  class Given_a_message_of_a_call_that_nobody_told_us_of {

    @Test
    void then_it_is_kept_with_its_call_once_however_often_it_is_looked_for() {
      recorded(message(1));
      called(1, ACME_NUMBER);

      job.run();
      job.run();

      assertThat(voicemails())
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("organization_id", acme().id().value())
                      .containsEntry("call_id", ongoing().call().value())
                      .containsEntry("recording_sid", recordingSid(1))
                      .containsEntry("recording_url", url(1))
                      .containsEntry("seconds", 7));
      assertThat(announced("CallStarted"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("from").asText()).isEqualTo(CALLER);
                assertThat(event.path("to").asText()).isEqualTo(ACME_NUMBER);
              });
      assertThat(announced("CallEnded")).hasSize(1);
      assertThat(announced("VoicemailLeft"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("from").asText()).isEqualTo(CALLER);
                assertThat(event.path("seconds").asInt()).isEqualTo(7);
              });
      assertThat(
              rows(
                  """
                  select status, talk_seconds, extract(epoch from ended_at - started_at)::int as lasted
                    from call_legs
                  """))
          .containsExactly(Map.of("status", "COMPLETED", "talk_seconds", 42, "lasted", 48));
    }

    @Test
    void then_another_organization_gets_nothing_of_it() {
      recorded(message(1), message(2));
      called(1, ACME_NUMBER);
      called(2, GLOBEX_NUMBER);

      job.run();

      assertThat(voicemails())
          .extracting(row -> row.get("organization_id"))
          .containsExactly(acme().id().value(), globex().id().value());
    }

    @Test
    void when_the_call_still_goes_on_then_its_end_is_left_to_be_told() {
      recorded(message(1));
      twilio.tells(
          "/Calls/" + CALL + ".json",
          """
          {"sid": "%s", "direction": "inbound", "from": "anonymous", "to": "%s", "status": "in-progress",
           "date_created": "Tue, 24 Nov 2026 10:00:00 +0000", "start_time": "Tue, 24 Nov 2026 10:00:06 +0000"}
          """
              .formatted(CALL, ACME_NUMBER));

      job.run();
      assertThat(announced("CallEnded")).isEmpty();
      callEnds();

      assertThat(voicemails()).hasSize(1);
      assertThat(announced("CallStarted")).hasSize(1);
      assertThat(announced("CallEnded")).hasSize(1);
    }
  }

  @Test
  void given_a_call_that_we_know_and_whose_end_got_lost_then_both_are_made_up_for() {
    rings();
    recorded(message(1));
    called(1, ACME_NUMBER);

    job.run();

    assertThat(voicemails()).hasSize(1);
    assertThat(announced("CallStarted")).hasSize(1);
    assertThat(announced("CallEnded")).hasSize(1);
  }

  @Test
  void given_a_message_that_we_were_told_of_then_nothing_is_asked_about_it() {
    rings();
    var told =
        voicemail.call(
            incoming(CALL, ACME_NUMBER)
                .to("voicemail")
                .with("RecordingSid", recordingSid(1))
                .with("RecordingUrl", url(1))
                .with("RecordingDuration", "9")
                .signed());
    assertThat(told.status()).isEqualTo(200);
    recorded(message(1));

    job.run();

    assertThat(twilio.questions()).hasSize(1);
    assertThat(voicemails()).singleElement().extracting(row -> row.get("seconds")).isEqualTo(9);
  }

  @Test
  void given_a_message_whose_length_we_were_never_told_then_that_is_made_up_for() {
    rings();
    voicemail.call(
        incoming(CALL, ACME_NUMBER)
            .to("voicemail")
            .with("RecordingSid", recordingSid(1))
            .with("RecordingUrl", url(1))
            .signed());
    assertThat(announced("VoicemailLeft")).isEmpty();
    recorded(message(1));
    called(1, ACME_NUMBER);

    job.run();

    assertThat(voicemails()).singleElement().extracting(row -> row.get("seconds")).isEqualTo(7);
    assertThat(announced("VoicemailLeft")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "DialVerb,            completed",
    "StartCallRecordingAPI, completed",
    "RecordVerb,          processing",
    "RecordVerb,          absent"
  })
  void what_is_no_message_or_not_there_yet_is_passed_over(String source, String status) {
    recorded(recording(1, source, status));
    called(1, ACME_NUMBER);

    job.run();

    assertThat(voicemails()).isEmpty();
    assertThat(rows("select * from call_legs")).isEmpty();
  }

  @Test
  void a_message_to_a_number_that_is_nobodys_is_left_where_it_is_and_keeps_no_other_back() {
    recorded(message(1), message(2), message(3));
    called(1, "+15005550099");
    // The second is of a call that Twilio does not know.
    called(3, ACME_NUMBER);

    job.run();

    assertThat(voicemails())
        .extracting(row -> row.get("recording_sid"))
        .containsExactly(recordingSid(3));
    assertThat(rows("select * from call_legs")).hasSize(1);
    assertThat(sweptUntil()).isAfter(Instant.EPOCH);
  }

  @Test
  void all_pages_are_looked_at() {
    var next = "/2010-04-01/Accounts/" + ACCOUNT + "/Recordings.json?Page=1&PageToken=PA1";
    twilio.tells(RECORDINGS, page("\"" + next + "\"", message(1)));
    twilio.tells("/Recordings.json?Page=1&PageToken=PA1", page("null", message(2)));
    called(1, ACME_NUMBER);
    called(2, ACME_NUMBER);

    job.run();

    assertThat(voicemails()).hasSize(2);
  }

  @Test
  void the_first_run_looks_back_a_week_and_the_next_from_the_one_before_with_an_overlap() {
    recorded();

    job.run();
    var first = since(twilio.questions().getFirst());
    assertThat(first)
        .isCloseTo(
            Instant.now().minus(Duration.ofDays(7).plusHours(1)), within(1, ChronoUnit.MINUTES));
    var swept = Instant.parse("2026-11-24T08:00:00Z");
    sql("update recording_sweeps set swept_until = '2026-11-24T08:00:00Z'");

    job.run();
    assertThat(since(twilio.questions().getLast())).isEqualTo(swept.minus(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void given_that_Twilio_cannot_be_asked_then_the_next_run_looks_at_the_same_again(int status) {
    twilio.fails(status, 0);
    job.run();
    assertThat(rows("select * from recording_sweeps")).isEmpty();

    twilio.reset();
    recorded(message(1));
    called(1, ACME_NUMBER);
    job.run();

    assertThat(voicemails()).hasSize(1);
  }

  @Test
  void given_that_our_token_is_revoked_then_the_run_fails_so_that_somebody_hears_of_it() {
    twilio.fails(401, 20003);

    assertThatThrownBy(job::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Twilio does not tell of recordings: status 401, code 20003");
    assertThat(rows("select * from recording_sweeps")).isEmpty();
  }

  /** From when on recordings were asked for. */
  private static Instant since(String question) {
    var matcher = Pattern.compile("[?&]DateCreated%3E=([^&]+)").matcher(question);
    assertThat(matcher.find()).as(question).isTrue();
    return Instant.parse(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8) + "Z");
  }
}
