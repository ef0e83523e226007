package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.SaveTurn;
import com.hekax.phone.bridge.conversation.Effect.SendReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnTest extends CallTest {

  @BeforeEach
  void given_a_call_in_which_both_talk() {
    talking();
  }

  private void callerSays(String itemId, String previous) {
    on(new Signal.SpeechStarted(now));
    on(new Signal.SpeechStopped(now));
    on(new Signal.SpeechCommitted(now, itemId, Optional.of(previous)));
  }

  private void transcribed(String itemId, String text) {
    on(new Signal.CallerTranscribed(now, itemId, text, Usage.ofTranscriptionSeconds(1.5)));
  }

  private List<String> saved() {
    return all(SaveTurn.class).stream()
        .map(SaveTurn::turn)
        .map(turn -> turn.position() + " " + turn.speaker() + " " + turn.text())
        .toList();
  }

  @Test
  void a_callers_words_have_their_place_even_if_they_arrive_after_the_answer() {
    callerSays("item_1", "item_greeting");
    respond("resp_2", Optional.empty(), "item_2", 500);
    later(500);
    on(new Signal.MarkReturned(now, "g1:item_2:500"));
    transcribed("item_1", "I chipped a tooth.");

    assertThat(saved())
        .containsExactly("2 ASSISTANT Words of item_2", "1 CALLER I chipped a tooth.");
  }

  @Test
  void an_assistants_turn_is_saved_when_it_was_heard_and_not_when_it_was_sent() {
    respond("resp_1", Optional.empty(), "item_1", 2_000);
    assertThat(saved()).isEmpty();
    later(2_000);

    on(new Signal.MarkReturned(now, "g1:item_1:2000"));

    assertThat(saved()).containsExactly("1 ASSISTANT Words of item_1");
  }

  @Test
  void words_that_could_not_be_understood_are_not_saved() {
    callerSays("item_1", "item_greeting");
    transcribed("item_1", "");

    assertThat(saved()).isEmpty();
  }

  @Test
  void given_an_item_that_belongs_between_two_then_the_later_one_is_saved_again() {
    callerSays("item_1", "item_greeting");
    callerSays("item_2", "item_1");
    transcribed("item_2", "Second.");
    callerSays("item_3", "item_1");
    transcribed("item_3", "Between.");

    assertThat(saved())
        .containsExactly("2 CALLER Second.", "3 CALLER Second.", "2 CALLER Between.");
  }

  @Test
  void given_the_caller_hangs_up_then_the_assistants_turn_ends_at_what_was_heard() {
    respond("resp_1", Optional.empty(), "item_1", 3_000);
    later(2_000);

    on(new Signal.StreamEnded(now));

    assertThat(all(SaveTurn.class))
        .singleElement()
        .satisfies(
            turn -> {
              assertThat(turn.turn().text()).isEqualTo("Words of");
              assertThat(turn.turn().heardMs()).hasValue(2_000);
            });
  }

  @Test
  void the_turn_begins_when_the_speech_does() {
    on(new Signal.SpeechStarted(now));
    var began = now;
    later(2_500);
    on(new Signal.SpeechStopped(now));
    on(new Signal.SpeechCommitted(now, "item_1", Optional.empty()));
    transcribed("item_1", "Hello.");

    assertThat(all(SaveTurn.class).getFirst().turn().at())
        .isEqualTo(START.plusMillis(began - 1_000_000));
  }

  @Test
  void the_report_holds_the_sums_of_every_response_and_transcription() {
    transcribedUsage();
    for (var status : ModelResponse.Status.values()) {
      on(
          new Signal.ResponseDone(
              now,
              new ModelResponse(
                  "resp_" + status,
                  status,
                  "",
                  "",
                  Optional.empty(),
                  List.of(),
                  List.of(),
                  status == ModelResponse.Status.FAILED
                      ? Usage.NONE
                      : new Usage(420, 280, 384, 192, 24, 88, 0, 0))));
    }
    on(new Signal.StreamEnded(now));

    var report = all(SendReport.class).getFirst().report();
    assertThat(report.usage()).isEqualTo(new Usage(1260, 840, 1152, 576, 72, 264, 3.0, 17));
    assertThat(report.startedAt()).isEqualTo(START);
    assertThat(report.firstAudioMillis()).hasValue(0);
  }

  private void transcribedUsage() {
    transcribed("item_1", "One.");
    transcribed("item_2", "Two.");
    on(new Signal.CallerTranscribed(now, "item_3", "Three.", Usage.ofTranscriptionTokens(17)));
  }
}
