package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.MuLaw;
import com.hekax.phone.sandbox.twilio.line.Sounds;
import com.hekax.phone.sandbox.twilio.twiml.Element;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;

/** {@code <Say>}, {@code <Play>} and {@code <Pause>}. */
final class Prompt {
  /** Nobody is made to listen for ever: {@code loop="0"} is that often. */
  private static final int FOREVER = 1000;

  private static final int MILLIS_A_WORD = 300;
  private static final int KEY_MILLIS = 200;
  private static final int RETRIEVAL_FAILURE = 11200;

  private final TwimlRun run;

  Prompt(TwimlRun run) {
    this.run = run;
  }

  /** Lets it be heard to its end; a pause before the answer is one in the ringing. */
  void perform(Element verb) throws Interruption, ApplicationException, InterruptedException {
    if (verb.name().equals("Pause")) {
      run.pause(Duration.ofSeconds(verb.number("length", 1)));
      return;
    }
    var audio = audio(verb);
    int loop = verb.number("loop", 1);
    for (int i = 0; i < (loop == 0 ? FOREVER : loop); i++) {
      run.play(audio);
    }
  }

  /** How several sound in a row; each once. */
  byte[] audio(Iterable<Element> verbs)
      throws Interruption, ApplicationException, InterruptedException {
    var all = new ByteArrayOutputStream();
    for (var verb : verbs) {
      all.writeBytes(
          verb.name().equals("Pause")
              ? MuLaw.silence(Duration.ofSeconds(verb.number("length", 1)))
              : audio(verb));
    }
    return all.toByteArray();
  }

  private byte[] audio(Element verb)
      throws Interruption, ApplicationException, InterruptedException {
    if (verb.name().equals("Say")) {
      return Clips.bundled()
          .saying(verb.text())
          .map(Clip::mulaw)
          .orElseGet(() -> Sounds.hum(verb.text().split("\\s+", -1).length * MILLIS_A_WORD));
    }
    if (verb.find("digits").isPresent()) {
      return Sounds.hum(verb.get("digits", "").length() * KEY_MILLIS);
    }
    var answer = run.ask(run.resolve(verb.text()), "GET", Map.of());
    if (answer.failure().isPresent() || !answer.contentType().startsWith("audio/")) {
      throw new ApplicationException(RETRIEVAL_FAILURE, "No audio at " + verb.text());
    }
    // What the file sounds like is nothing that anybody here would understand.
    return Sounds.hum(2000);
  }
}
