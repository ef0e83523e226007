package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.AddItem;
import com.hekax.phone.bridge.conversation.Effect.AppendAudio;
import com.hekax.phone.bridge.conversation.Effect.CancelResponse;
import com.hekax.phone.bridge.conversation.Effect.CloseModel;
import com.hekax.phone.bridge.conversation.Effect.CreateResponse;
import com.hekax.phone.bridge.conversation.Effect.HangUp;
import com.hekax.phone.bridge.conversation.Effect.OpenModel;
import com.hekax.phone.bridge.conversation.Effect.Redirect;
import com.hekax.phone.bridge.conversation.Effect.SendReport;
import com.hekax.phone.bridge.conversation.Effect.StartTimer;
import com.hekax.phone.bridge.conversation.Effect.UpdateSession;
import com.hekax.phone.bridge.conversation.Item.AssistantText;
import com.hekax.phone.bridge.conversation.Item.CallerText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelFailureTest extends CallTest {
  private static final Redirect FALLBACK = new Redirect(RedirectReason.MODEL_FAILED);
  private static final CreateResponse ANSWER = new CreateResponse(ResponseOrder.answer());

  private void granted() {
    on(new Signal.Connected(now, true));
    on(new Signal.StreamStarted(now, START, STREAM));
    on(new Signal.SessionGranted(now, GRANT));
  }

  private List<Effect> reconnected() {
    on(new Signal.ModelOpened(now));
    return on(new Signal.SessionUpdated(now, "audio/pcmu", "audio/pcmu"));
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class At_the_beginning {

    @Test
    void given_no_answer_within_four_seconds_then_it_is_tried_once_more_and_then_given_up() {
      granted();
      assertThat(all).contains(new StartTimer(Timer.MODEL_CONNECT, Duration.ofSeconds(4)));

      assertThat(fire(Timer.MODEL_CONNECT)).containsExactly(new OpenModel("model-1"));
      assertThat(all).contains(new StartTimer(Timer.MODEL_CONNECT, Duration.ofSeconds(2)));
      assertThat(fire(Timer.MODEL_CONNECT)).contains(new CloseModel(), FALLBACK);
    }

    @Test
    void given_a_refusal_that_will_not_change_then_it_is_not_tried_again() {
      granted();

      assertThat(on(new Signal.ModelRefused(now, 401))).contains(FALLBACK);
      assertThat(all(OpenModel.class)).hasSize(1);
    }

    @Test
    void given_the_model_is_busy_then_it_is_tried_once_more_after_a_moment() {
      granted();
      assertThat(on(new Signal.ModelRefused(now, 429))).isEmpty();
      assertThat(all(StartTimer.class))
          .filteredOn(timer -> timer.timer() == Timer.MODEL_RETRY)
          .singleElement()
          .satisfies(timer -> assertThat(timer.after().toMillis()).isBetween(300L, 800L));

      assertThat(fire(Timer.MODEL_RETRY)).containsExactly(new OpenModel("model-1"));
      assertThat(on(new Signal.ModelRefused(now, 503))).contains(FALLBACK);
    }

    @Test
    void given_the_model_fails_before_the_token_is_known_then_the_caller_is_sent_on_after_that() {
      on(new Signal.Connected(now, true));
      on(new Signal.StreamStarted(now, START, STREAM));
      assertThat(on(new Signal.ModelRefused(now, 403))).doesNotContain(FALLBACK);

      assertThat(on(new Signal.SessionGranted(now, GRANT))).contains(FALLBACK);
    }

    @Test
    void given_the_settings_are_refused_then_the_caller_is_sent_on() {
      granted();
      on(new Signal.ModelOpened(now));

      assertThat(
              on(
                  new Signal.ModelComplained(
                      now, Complaint.SESSION_UPDATE, "unknown_parameter", "session.x")))
          .contains(FALLBACK);
    }

    @Test
    void given_the_settings_are_not_confirmed_then_it_is_tried_once_more() {
      granted();
      on(new Signal.ModelOpened(now));

      assertThat(fire(Timer.MODEL_CONFIGURE)).containsExactly(new OpenModel("model-1"));
      assertThat(on(new Signal.ModelOpened(now)))
          .containsExactly(new UpdateSession("Be kind.", SNAPSHOT));
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class In_the_middle {

    @Test
    void given_the_session_is_lost_then_another_one_is_told_what_was_said_and_does_not_greet() {
      talking();
      on(new Signal.SpeechStarted(now));
      on(new Signal.SpeechStopped(now));
      on(new Signal.SpeechCommitted(now, "item_1", Optional.of("item_greeting")));
      on(new Signal.CallerTranscribed(now, "item_1", "Do you have parking?", Usage.NONE));
      all.clear();

      assertThat(on(new Signal.ModelLost(now))).containsExactly(new OpenModel("model-1"));
      on(new Signal.CallerAudio(now, 0, new Audio("AAAA")));
      var effects = reconnected();

      assertThat(effects)
          .containsSubsequence(
              new AddItem(new AssistantText("Words of item_greeting")),
              new AddItem(new CallerText("Do you have parking?")),
              new AppendAudio(new Audio("AAAA")),
              ANSWER);
      assertThat(all(CreateResponse.class)).containsExactly(ANSWER);
    }

    @Test
    void given_the_assistant_had_the_last_word_then_the_new_session_waits_for_the_caller() {
      talking();
      on(new Signal.ModelLost(now));
      reconnected();

      assertThat(all(CreateResponse.class)).isEmpty();
    }

    @Test
    void given_a_second_loss_within_a_minute_then_the_caller_is_sent_on() {
      talking();
      on(new Signal.ModelLost(now));
      reconnected();
      later(59_000);

      assertThat(on(new Signal.ModelLost(now))).contains(new CloseModel(), FALLBACK);
      on(new Signal.Redirected(now, true));
      on(new Signal.StreamEnded(now));
      assertThat(all(SendReport.class).getFirst().report().reason())
          .isEqualTo(EndReason.MODEL_FAILED);
    }

    @Test
    void given_a_second_loss_after_a_minute_then_another_session_is_opened() {
      talking();
      on(new Signal.ModelLost(now));
      reconnected();
      later(61_000);

      assertThat(on(new Signal.ModelLost(now))).containsExactly(new OpenModel("model-1"));
    }

    @Test
    void given_what_was_playing_is_of_the_lost_session_then_the_new_one_is_not_told_to_cut_it() {
      talking();
      on(new Signal.ResponseCreated(now, "resp_1", Optional.empty()));
      on(audio("resp_1", "item_1", 5_000));
      on(new Signal.ModelLost(now));
      reconnected();
      all.clear();
      later(500);

      assertThat(on(new Signal.SpeechStarted(now))).containsExactly(new Effect.ClearPlayback());
    }

    @Test
    void given_the_session_grows_old_then_it_is_replaced_when_nobody_speaks() {
      talking();
      respond("resp_1", Optional.empty(), "item_1", 1_000);
      assertThat(fire(Timer.SESSION_AGE)).isEmpty();
      later(1_000);

      assertThat(on(new Signal.MarkReturned(now, "g1:item_1:1000")))
          .contains(new OpenModel("model-1"));
      on(new Signal.CallerAudio(now, 0, new Audio("AAAA")));
      assertThat(reconnected()).contains(new AppendAudio(new Audio("AAAA"))).doesNotContain(ANSWER);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Of_one_response {

    private ModelResponse failed(String id, String code) {
      return new ModelResponse(
          id,
          ModelResponse.Status.FAILED,
          "",
          code,
          Optional.empty(),
          List.of(),
          List.of(),
          Usage.NONE);
    }

    @Test
    void it_is_asked_for_once_more_after_a_moment_and_then_the_caller_is_sent_on() {
      talking();
      on(new Signal.ResponseCreated(now, "resp_1", Optional.empty()));
      assertThat(on(new Signal.ResponseDone(now, failed("resp_1", "server_error")))).isEmpty();
      assertThat(fire(Timer.RESPONSE_RETRY)).containsExactly(ANSWER);
      on(new Signal.ResponseCreated(now, "resp_2", Optional.of(Purpose.ANSWER)));

      assertThat(on(new Signal.ResponseDone(now, failed("resp_2", "server_error"))))
          .contains(FALLBACK);
    }

    @Test
    void given_there_is_no_money_left_then_the_caller_is_sent_on_at_once() {
      talking();
      on(new Signal.ResponseCreated(now, "resp_1", Optional.empty()));

      assertThat(on(new Signal.ResponseDone(now, failed("resp_1", "insufficient_quota"))))
          .contains(FALLBACK);
    }

    @Test
    void given_a_failed_greeting_then_the_greeting_is_asked_for_again() {
      var greeting = ready();
      on(new Signal.ResponseCreated(now, "resp_1", Optional.of(Purpose.GREETING)));
      on(new Signal.ResponseDone(now, failed("resp_1", "server_error")));

      assertThat(fire(Timer.RESPONSE_RETRY)).isEqualTo(greeting);
    }

    @Test
    void given_a_silent_model_then_it_is_cancelled_and_asked_for_again_and_then_replaced() {
      talking();
      on(new Signal.ResponseCreated(now, "resp_1", Optional.empty()));
      assertThat(fire(Timer.RESPONSE)).containsExactly(new CancelResponse("resp_1"));
      assertThat(
              on(
                  done(
                      "resp_1",
                      ModelResponse.Status.CANCELLED,
                      Optional.empty(),
                      List.of(),
                      List.of())))
          .containsExactly(ANSWER);

      assertThat(fire(Timer.RESPONSE)).containsExactly(new OpenModel("model-1"));
    }

    @Test
    void given_the_caller_is_not_answered_at_all_then_an_answer_is_asked_for() {
      talking();
      on(new Signal.SpeechStarted(now));
      on(new Signal.SpeechStopped(now));

      assertThat(fire(Timer.RESPONSE)).containsExactly(ANSWER);
    }

    @Test
    void given_it_is_busy_with_what_it_did_not_tell_then_it_is_not_asked_at_once_again_and_again() {
      talking();
      on(new Signal.SpeechStarted(now));
      on(new Signal.SpeechStopped(now));
      assertThat(fire(Timer.RESPONSE)).containsExactly(ANSWER);

      assertThat(
              on(
                  new Signal.ModelComplained(
                      now,
                      Complaint.RESPONSE_CREATE,
                      "conversation_already_has_active_response",
                      "")))
          .isEmpty();
      assertThat(fire(Timer.RESPONSE)).containsExactly(new OpenModel("model-1"));
    }

    @Test
    void given_it_forgot_what_it_was_asked_for_then_it_is_asked_again() {
      talking();
      on(new Signal.KeyPressed(now, '5'));
      assertThat(fire(Timer.KEYS)).contains(ANSWER);
      respond("resp_1", Optional.empty(), "item_1", 1_000);

      assertThat(fire(Timer.RESPONSE)).containsExactly(ANSWER);
    }

    @Test
    void given_it_drops_while_the_caller_speaks_over_another_answer_then_they_are_answered() {
      talking();
      on(new Signal.SpeechStarted(now));
      respond("resp_1", Optional.of(Purpose.ANSWER), "item_1", 1_000);
      later(1_000);
      on(new Signal.MarkReturned(now, "g1:item_1:1000"));
      on(new Signal.ModelLost(now));

      assertThat(reconnected()).contains(ANSWER);
    }

    @Test
    void given_an_error_that_nobody_knows_then_the_call_goes_on() {
      talking();

      assertThat(on(new Signal.ModelComplained(now, Complaint.OTHER, "something_new", "")))
          .isEmpty();
      assertThat(on(new Signal.SpeechStarted(now))).isEmpty();
      assertThat(all(HangUp.class)).isEmpty();
    }

    @Test
    void given_the_content_is_filtered_then_the_assistant_apologises() {
      talking();
      on(new Signal.ResponseCreated(now, "resp_1", Optional.empty()));

      assertThat(
              on(
                  new Signal.ResponseDone(
                      now,
                      new ModelResponse(
                          "resp_1",
                          ModelResponse.Status.INCOMPLETE,
                          "content_filter",
                          "",
                          Optional.empty(),
                          List.of(),
                          List.of(),
                          Usage.NONE))))
          .containsExactly(new CreateResponse(ResponseOrder.apology()));
    }
  }
}
