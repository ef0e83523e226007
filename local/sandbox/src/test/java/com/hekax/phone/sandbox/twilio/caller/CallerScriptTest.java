package com.hekax.phone.sandbox.twilio.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.Speaker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts of people who ring. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallerScriptTest {

  @Test
  void every_step_can_be_written() {
    var script =
        CallerScripts.of(
            """
            about: Everything.
            patience: 3000
            limit: 60000
            steps:
              - listen: { quiet: 500, atMost: 9000 }
              - say: hello
              - interrupt: { say: wait-wait, after: 800 }
              - press: "12#"
              - wait: 250
              - lose-line: 2000
              - lose-line: { speaking: 1200 }
              - hang-up
            """);

    assertThat(script)
        .isEqualTo(
            new CallerScript(
                "Everything.",
                Duration.ofSeconds(3),
                Duration.ofMinutes(1),
                List.of(
                    new Step.Listen(Duration.ofMillis(500), Duration.ofSeconds(9)),
                    new Step.Say("hello"),
                    new Step.Interrupt("wait-wait", Duration.ofMillis(800)),
                    new Step.Press("12#"),
                    new Step.Wait(Duration.ofMillis(250)),
                    new Step.LoseLine(Duration.ofSeconds(2), false),
                    new Step.LoseLine(Duration.ofMillis(1200), true),
                    new Step.HangUp())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          steps: [dance]                | not dance
          steps: [{dance: 1}]           | no step dance
          steps: [{wait: soon}]         | milliseconds
          steps: [{press: 12a}]         | Keys are
          steps: [{say: hullo}]         | no clip hullo
          about: nothing                | list of steps
          steps: [{wait: 1              | no YAML
          """)
  void what_is_wrong_with_a_script_is_said(String yaml, String said) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallerScripts.of(yaml))
        .withMessageContaining(said);
  }

  @Test
  void a_name_is_that_of_a_script_and_of_no_other_file() {
    assertThatIllegalArgumentException().isThrownBy(() -> CallerScripts.named("nobody"));
    assertThatIllegalArgumentException().isThrownBy(() -> CallerScripts.named("../speech/clips"));
  }

  @Test
  void a_new_lead_says_what_callers_say_and_hangs_up_in_the_end() {
    var script = CallerScripts.named("new-lead");

    assertThat(script.steps())
        .filteredOn(Step.Say.class::isInstance)
        .extracting(step -> ((Step.Say) step).clip())
        .containsExactly(
            "new-lead-need", "new-lead-name", "new-lead-number-yes", "ask-parking", "goodbye")
        .allSatisfy(
            clip ->
                assertThat(Clips.bundled().find(clip).orElseThrow().speaker())
                    .isEqualTo(Speaker.CALLER));
    assertThat(script.steps().getLast()).isEqualTo(new Step.HangUp());
  }
}
