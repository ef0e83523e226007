package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.AppendAudio;
import com.hekax.phone.bridge.conversation.Effect.CloseModel;
import com.hekax.phone.bridge.conversation.Effect.CloseStream;
import com.hekax.phone.bridge.conversation.Effect.CreateResponse;
import com.hekax.phone.bridge.conversation.Effect.ExchangeToken;
import com.hekax.phone.bridge.conversation.Effect.Finish;
import com.hekax.phone.bridge.conversation.Effect.OpenModel;
import com.hekax.phone.bridge.conversation.Effect.Redirect;
import com.hekax.phone.bridge.conversation.Effect.SendReport;
import com.hekax.phone.bridge.conversation.Effect.UpdateSession;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningTest extends CallTest {

  @Test
  void
      given_a_signature_of_the_right_form_when_the_socket_opens_then_the_model_is_opened_at_once() {
    assertThat(on(new Signal.Connected(now, true))).containsExactly(new OpenModel("model-1"));
  }

  @Test
  void given_no_signature_when_the_socket_opens_then_the_model_waits_for_the_back_end() {
    assertThat(on(new Signal.Connected(now, false))).isEmpty();
    assertThat(on(new Signal.StreamStarted(now, START, STREAM)))
        .containsExactly(new ExchangeToken(STREAM));
    assertThat(on(new Signal.SessionGranted(now, GRANT))).containsExactly(new OpenModel("model-1"));
    assertThat(on(new Signal.ModelOpened(now)))
        .containsExactly(new UpdateSession("Be kind.", SNAPSHOT));
  }

  @Test
  void the_greeting_is_asked_for_when_the_model_has_taken_the_settings() {
    assertThat(ready())
        .containsExactly(
            new CreateResponse(new ResponseOrder(Purpose.GREETING, "Say exactly: Hello.", false)));
  }

  @Test
  void given_the_assistant_talked_in_this_call_before_then_it_says_the_other_greeting() {
    on(new Signal.Connected(now, true));
    on(new Signal.StreamStarted(now, START, STREAM));
    on(new Signal.ModelOpened(now));
    on(
        new Signal.SessionGranted(
            now, new Grant("call-1", "organization-1", true, "It is Monday.", SNAPSHOT)));

    var effects = on(new Signal.SessionUpdated(now, "audio/pcmu", "audio/pcmu"));

    assertThat(all(UpdateSession.class).getFirst().instructions())
        .isEqualTo("Be kind.\n\n# This call\nIt is Monday.");
    assertThat(effects)
        .containsExactly(
            new CreateResponse(new ResponseOrder(Purpose.GREETING, "Say exactly: Back.", false)));
  }

  @Test
  void what_the_caller_says_meanwhile_is_kept_and_comes_first_in_its_order() {
    on(new Signal.Connected(now, true));
    on(new Signal.StreamStarted(now, START, STREAM));
    on(new Signal.CallerAudio(now, 0, new Audio("AAAA")));
    on(new Signal.ModelOpened(now));
    on(new Signal.SessionGranted(now, GRANT));
    on(new Signal.CallerAudio(now, 0, new Audio("BBBB")));

    assertThat(on(new Signal.SessionUpdated(now, "audio/pcmu", "audio/pcmu")))
        .startsWith(new AppendAudio(new Audio("AAAA")), new AppendAudio(new Audio("BBBB")));
  }

  @Test
  void given_the_snapshot_names_another_model_then_that_is_opened_instead() {
    var other =
        new Snapshot(
            1, "model-2", "gpt-transcribe", "marin", "en", "", "Hi.", "", List.of(), LIMITS);
    on(new Signal.Connected(now, true));
    on(new Signal.StreamStarted(now, START, STREAM));
    on(new Signal.ModelOpened(now));

    assertThat(on(new Signal.SessionGranted(now, new Grant("c", "o", false, "", other))))
        .containsExactly(new OpenModel("model-2"));
  }

  @Test
  void given_a_refused_token_then_everything_is_closed_and_nothing_was_said_to_the_model() {
    on(new Signal.Connected(now, true));
    on(new Signal.StreamStarted(now, START, STREAM));
    on(new Signal.ModelOpened(now));

    assertThat(on(new Signal.SessionRefused(now, Refusal.INVALID_TOKEN)))
        .containsExactly(new CloseStream(1008, "invalid token"), new CloseModel(), new Finish());
    assertThat(all(UpdateSession.class)).isEmpty();
    assertThat(all(SendReport.class)).isEmpty();
  }

  @Test
  void given_no_back_end_then_the_stream_is_closed() {
    on(new Signal.Connected(now, true));
    on(new Signal.StreamStarted(now, START, STREAM));

    assertThat(on(new Signal.SessionUnreachable(now)))
        .contains(new CloseStream(1011, "back end unreachable"), new Finish());
  }

  @Test
  void given_no_start_within_five_seconds_then_the_stream_is_closed() {
    on(new Signal.Connected(now, true));

    assertThat(fire(Timer.START))
        .containsExactly(new CloseStream(1008, "no start"), new CloseModel(), new Finish());
  }

  @Test
  void given_another_audio_format_then_the_caller_is_sent_to_a_person_at_once() {
    on(new Signal.Connected(now, true));
    on(new Signal.StreamStarted(now, START, STREAM));
    on(new Signal.ModelOpened(now));
    on(new Signal.SessionGranted(now, GRANT));

    assertThat(on(new Signal.SessionUpdated(now, "audio/pcm", "audio/pcmu")))
        .containsExactly(new CloseModel(), new Redirect(RedirectReason.MODEL_FAILED));
    assertThat(all(CreateResponse.class)).isEmpty();
  }

  @Test
  void given_the_call_is_over_then_nothing_that_comes_late_does_anything() {
    ready();
    on(new Signal.StreamEnded(now));

    assertThat(on(new Signal.StreamLost(now))).isEmpty();
    assertThat(on(audio("resp_1", "item_1", 100))).isEmpty();
    assertThat(all(SendReport.class)).hasSize(1);
  }
}
