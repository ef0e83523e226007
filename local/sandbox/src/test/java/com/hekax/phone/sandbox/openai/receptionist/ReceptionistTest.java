package com.hekax.phone.sandbox.openai.receptionist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.hekax.phone.sandbox.openai.receptionist.Reply.Call;
import com.hekax.phone.sandbox.openai.receptionist.Reply.Say;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Answered;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Called;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Returned;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Said;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Silence;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Told;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.Speaker;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceptionistTest {
  private static final Clips CLIPS = Clips.bundled();
  private static final Receptionist RECEPTIONIST = Receptionist.bundled();

  static List<Clip> callers() {
    return CLIPS.all().stream().filter(clip -> clip.speaker() == Speaker.CALLER).toList();
  }

  @ParameterizedTest
  @MethodSource("callers")
  void everything_that_a_caller_says_is_answered(Clip clip) {
    var reply = RECEPTIONIST.reply(situation("", said(clip.id())));

    assertThat(reply).isNotEqualTo(new Say(clip("not-understood")));
  }

  @Test
  void what_is_not_understood_is_asked_for_again() {
    assertThat(RECEPTIONIST.reply(situation("", new Said(Optional.empty()))))
        .isEqualTo(new Say(clip("not-understood")));
    assertThat(RECEPTIONIST.reply(situation("", said("greeting"))))
        .as("its own words")
        .isEqualTo(new Say(clip("not-understood")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The caller's number is +14155550123.",
        "You answer for +14155550100.\nCaller: +14155550123",
        "They are calling from +14155550123 at noon."
      })
  void the_callers_number_is_taken_from_what_the_model_was_told(String told) {
    assertThat(phone(situation(told, said("new-lead-number-yes"), tool("capture_lead"))))
        .contains("+14155550123");
    assertThat(
            phone(
                situation(
                    "Be kind.", tool("capture_lead"), new Told(told), said("new-lead-number-yes"))))
        .contains("+14155550123");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "You answer for +14155550100.",
        "The caller's number is withheld.",
        "Put callers who ask for Ana through to +14155550111."
      })
  void a_number_that_nobody_told_is_left_out(String told) {
    assertThat(phone(situation(told, said("new-lead-number-yes"), tool("capture_lead")))).isEmpty();
  }

  @Test
  void an_argument_that_the_tool_does_not_know_is_left_out() {
    var schema = "{\"name\": \"capture_lead\", \"parameters\": {\"properties\": {\"name\": {}}}}";

    var call =
        (Call)
            RECEPTIONIST.reply(
                situation(
                    "Caller +14155550123",
                    Json.parse(schema).orElseThrow(),
                    said("new-lead-number-yes")));

    assertThat(Json.write(call.arguments())).isEqualTo("{\"name\":\"Maria Lopez\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "'Say exactly: Rapid Plumbing, this is Max. What can I do for you?', greeting-rapid-plumbing",
    "'Say exactly: \"Rapid Plumbing, this is Max. What can I do for you?\" Then wait.', greeting-rapid-plumbing",
    "'say exactly:\nThank you for calling. Goodbye.', goodbye-reply",
    "'Say exactly: Thank you for calling Acme.', greeting",
    "'Greet the caller.', greeting"
  })
  void what_is_to_be_said_word_by_word_is_said(String asked, String clip) {
    var situation =
        new Situation(
            "", Optional.of(asked), Optional.empty(), List.of(), List.of(), new TextNode("auto"));

    assertThat(RECEPTIONIST.reply(situation)).isEqualTo(new Say(clip(clip)));
  }

  @ParameterizedTest
  @CsvSource({
    "check-in, still-there",
    "hand-over, putting-through",
    "apology, anything-else",
    "greeting, greeting",
    "goodbye, goodbye-reply"
  })
  void a_purpose_says_what_to_say_whatever_was_heard(String purpose, String clip) {
    var situation =
        new Situation(
            "",
            Optional.of("Do it."),
            Optional.of(purpose),
            List.of(new Answered(), said("new-lead-need")),
            List.of(),
            new TextNode("none"));

    assertThat(RECEPTIONIST.reply(situation)).isEqualTo(new Say(clip(clip)));
  }

  @Test
  void who_says_nothing_is_asked_whether_anybody_is_there() {
    assertThat(RECEPTIONIST.reply(situation("", new Answered(), new Silence())))
        .isEqualTo(new Say(clip("still-there")));
  }

  @Test
  void an_answer_belongs_to_the_call_that_it_names() {
    var dialogue =
        situation(
            "",
            said("ask-hours"),
            new Called("call_1", "look_up"),
            said("ask-parking"),
            new Called("call_2", "look_up"),
            new Returned("call_1", Json.parse("{\"facts\":[\"Monday to Friday\"]}").orElseThrow()));

    assertThat(RECEPTIONIST.reply(dialogue)).isEqualTo(new Say(clip("hours-weekdays")));
  }

  @Test
  void rules_that_name_no_clip_are_an_error_at_the_start() {
    assertThatThrownBy(() -> Rules.read("/conversations/broken.yaml", CLIPS))
        .hasMessage("/conversations/broken.yaml: no clip is called ask-nothing");
  }

  private static Optional<String> phone(Situation situation) {
    return Json.text(((Call) RECEPTIONIST.reply(situation)).arguments(), "phone");
  }

  /** Turns, and tools that are offered, in one list. */
  private static Situation situation(String instructions, Object... parts) {
    var all = List.of(parts);
    return new Situation(
        instructions,
        Optional.empty(),
        Optional.empty(),
        all.stream().filter(Turn.class::isInstance).map(Turn.class::cast).toList(),
        all.stream().filter(JsonNode.class::isInstance).map(JsonNode.class::cast).toList(),
        new TextNode("auto"));
  }

  private static JsonNode tool(String name) {
    return Json.object().put("name", name);
  }

  private static Said said(String clip) {
    return new Said(Optional.of(clip(clip)));
  }

  private static Clip clip(String id) {
    return CLIPS.find(id).orElseThrow();
  }
}
