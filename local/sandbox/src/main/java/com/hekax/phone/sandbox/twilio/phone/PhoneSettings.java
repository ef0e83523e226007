package com.hekax.phone.sandbox.twilio.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.twilio.caller.CallerScript;
import com.hekax.phone.sandbox.twilio.caller.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens when a number is called.
 *
 * @param answers whether somebody does
 * @param busy whether it is in use
 * @param after how long until then; empty means at once when it answers or is busy, and never
 *     otherwise
 * @param steps what the one who answers says and does
 */
public record PhoneSettings(
    boolean answers, boolean busy, Optional<Duration> after, List<Step> steps) {
  /** From lifting the receiver to speaking into it. */
  private static final Duration UNTIL_FIRST_WORD = Duration.ofMillis(500);

  /** It rings, and nobody is there. */
  static final PhoneSettings NOBODY = new PhoneSettings(false, false, Optional.empty(), List.of());

  /**
   * What a request of the console says: {@code answers}, {@code busy}, {@code afterMillis}, the
   * clip that is said ({@code says}), keys to press ({@code presses}) and when the receiver is put
   * down ({@code hangsUpAfterMillis}).
   *
   * @throws IllegalArgumentException with a sentence that says what to send
   */
  static PhoneSettings read(JsonNode body) {
    if (!body.isObject()) {
      throw new IllegalArgumentException("Send {\"answers\": true} or {\"busy\": true}.");
    }
    var steps = new ArrayList<Step>();
    if (body.has("presses")) {
      // Who is asked for a key hears the question first.
      steps.add(new Step.Listen(Duration.ofMillis(300), Duration.ofSeconds(5)));
      steps.add(new Step.Press(CallerScript.keys(body.path("presses").asText())));
    }
    if (body.has("says")) {
      steps.add(new Step.Wait(UNTIL_FIRST_WORD));
      steps.add(new Step.Say(CallerScript.clip(body.path("says").asText())));
    }
    if (body.has("hangsUpAfterMillis")) {
      steps.add(new Step.Wait(Duration.ofMillis(body.path("hangsUpAfterMillis").asLong())));
      steps.add(new Step.HangUp());
    }
    return new PhoneSettings(
        body.path("answers").asBoolean(),
        body.path("busy").asBoolean(),
        body.has("afterMillis")
            ? Optional.of(Duration.ofMillis(body.path("afterMillis").asLong()))
            : Optional.empty(),
        List.copyOf(steps));
  }

  /** How long it rings before something happens, if anything does. */
  public Optional<Duration> ringing() {
    return answers || busy ? Optional.of(after.orElse(Duration.ZERO)) : after;
  }
}
