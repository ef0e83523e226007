package com.hekax.phone.telephony.webhook;

import static com.hekax.phone.telephony.TwilioPost.callSid;
import static com.hekax.phone.telephony.TwilioPost.incoming;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.telephony.TelephonyTest;
import com.hekax.phone.telephony.TwilioPost;
import com.hekax.phone.telephony.Twiml;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class VoicemailWebhookTest extends TelephonyTest {
  private static final String RECORDING = "RE" + "0".repeat(31) + "1";
  private static final String URL = "https://api.twilio.com/2010-04-01/Recordings/" + RECORDING;

  private final TestFunction<VoicemailWebhook> voicemail = function(VoicemailWebhook::new);

  /** Asked when the caller stops talking. */
  private static TwilioPost stopped(String callSid) {
    return incoming(callSid, ACME_NUMBER)
        .to("voicemail")
        .with("RecordingSid", RECORDING)
        .with("RecordingUrl", URL)
        .with("RecordingDuration", "7")
        .with("Digits", "hangup");
  }

  /** Told when the recording can be fetched. */
  private static TwilioPost fetchable(String callSid) {
    return TwilioPost.of("voicemail", callSid)
        .with("RecordingSid", RECORDING)
        .with("RecordingUrl", URL)
        .with("RecordingDuration", "8")
        .with("RecordingStatus", "completed")
        .with("RecordingSource", "RecordVerb");
  }

  private void told(TwilioPost post) {
    Twiml.of(voicemail.call(post.signed())).is(HANG_UP);
  }

  private void assertOneIsKept() {
    assertThat(rows("select * from voicemails"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("organization_id", acme().id().value())
                    .containsEntry("call_id", ongoing().call().value())
                    .containsEntry("recording_sid", RECORDING)
                    .containsEntry("recording_url", URL)
                    .containsEntry("seconds", 8));
  }

  @Test
  void given_a_message_of_a_caller_then_where_it_is_is_kept_once() {
    rings();

    told(stopped(CALL));
    told(fetchable(CALL));
    told(fetchable(CALL));

    assertOneIsKept();
  }

  @Test
  void given_a_message_that_is_told_in_another_order_then_it_ends_the_same() {
    rings();

    told(fetchable(CALL));
    told(stopped(CALL));

    assertOneIsKept();
  }

  private void assertOneIsAnnounced(int seconds) {
    assertThat(announced("VoicemailLeft"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.path("organization").asText()).isEqualTo(acme().id().toString());
              assertThat(event.path("call").asText()).isEqualTo(ongoing().call().toString());
              assertThat(event.path("voicemailId").asText())
                  .isEqualTo(
                      String.valueOf(rows("select id from voicemails").getFirst().get("id")));
              assertThat(event.path("from").asText()).isEqualTo(TwilioPost.CALLER);
              assertThat(event.path("seconds").asInt()).isEqualTo(seconds);
            });
  }

  @Test
  void given_a_message_that_is_told_more_than_once_then_it_is_announced_with_the_first() {
    rings();

    told(stopped(CALL));
    told(fetchable(CALL));
    told(stopped(CALL));

    assertOneIsAnnounced(7);
  }

  @Test
  void given_a_message_of_unknown_length_then_it_is_announced_when_that_is_known() {
    rings();

    told(stopped(CALL).without("RecordingDuration"));
    assertThat(announced("VoicemailLeft")).isEmpty();

    told(fetchable(CALL));
    told(fetchable(CALL));
    assertOneIsAnnounced(8);
  }

  @Test
  void given_a_message_that_is_told_many_times_at_once_then_it_is_announced_once()
      throws Exception {
    rings();
    int functions = 6;
    var together = new CyclicBarrier(functions);
    var tasks = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < functions; i++) {
      var own = function(VoicemailWebhook::new);
      tasks.add(
          () -> {
            together.await();
            return own.call(stopped(CALL).signed()).status();
          });
    }
    try (var executor = Executors.newFixedThreadPool(functions)) {
      for (var status : executor.invokeAll(tasks)) {
        assertThat(status.get()).isEqualTo(200);
      }
    }

    assertOneIsAnnounced(7);
  }

  @Test
  void given_a_caller_who_left_nothing_then_nothing_is_kept() {
    rings();

    told(fetchable(CALL).with("RecordingStatus", "absent").with("RecordingDuration", "-1"));
    told(incoming(CALL, ACME_NUMBER).to("voicemail"));

    assertThat(rows("select * from voicemails")).isEmpty();
    assertThat(announced("VoicemailLeft")).isEmpty();
  }

  @Test
  void given_a_call_that_is_nobodys_then_nothing_is_kept() {
    told(fetchable(callSid(7)));

    assertThat(rows("select * from voicemails")).isEmpty();
  }

  @Test
  void given_a_request_that_Twilio_did_not_sign_then_it_is_refused() {
    rings();

    assertThat(voicemail.call(fetchable(CALL).unsigned()).status()).isEqualTo(403);
    assertThat(voicemail.call(fetchable(CALL).signedWith("another")).status()).isEqualTo(403);
    assertThat(rows("select * from voicemails")).isEmpty();
  }
}
