package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.Ear;
import com.hekax.phone.sandbox.speech.Heard;
import com.hekax.phone.sandbox.speech.Hearing;
import com.hekax.phone.sandbox.twilio.line.AudioPort;
import com.hekax.phone.sandbox.twilio.line.Line;
import com.hekax.phone.sandbox.twilio.twiml.Element;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * {@code <Gather>} ("TwiML Voice: Gather", read 2026-11-22): keys or speech, during what is said to
 * the caller or after it.
 */
final class GatherVerb {
  private final TwimlRun run;

  GatherVerb(TwimlRun run) {
    this.run = run;
  }

  Optional<Source> perform(Element verb)
      throws Interruption, ApplicationException, InterruptedException {
    var input = verb.get("input", "dtmf");
    var prompt = new Prompt(run).audio(verb.children());
    var listening = new Listening(prompt, input.contains("speech"));
    run.call().connect(listening);
    Map<String, String> result;
    try {
      result = gather(verb, listening, input.contains("dtmf"));
    } finally {
      run.call().connect(AudioPort.NOBODY);
    }
    run.call().timeline().add("gathered", result);
    if (result.isEmpty()) {
      return verb.flag("actionOnEmptyResult", false)
          ? Optional.of(run.actionOrHere(verb, Map.of("Digits", "")))
          : Optional.empty();
    }
    return Optional.of(run.actionOrHere(verb, result));
  }

  private Map<String, String> gather(Element verb, Listening listening, boolean keys)
      throws Interruption, InterruptedException {
    var timeout = Duration.ofSeconds(verb.number("timeout", 5));
    var finish = verb.get("finishOnKey", "#");
    int most = verb.number("numDigits", Integer.MAX_VALUE);
    var digits = new StringBuilder();
    long end = System.nanoTime() + TwimlRun.FOREVER.toNanos();
    while (digits.length() < most) {
      var signal = run.next(end);
      if (signal.isEmpty() && !listening.isSpeechUnderWay()) {
        break;
      }
      switch (signal.orElse(null)) {
        case null -> end = System.nanoTime() + timeout.toNanos();
        case Signal.Key(var key) when keys -> {
          listening.stopPrompt();
          if (finish.equals(String.valueOf(key))) {
            return digits(digits);
          }
          digits.append(key);
          end = System.nanoTime() + timeout.toNanos();
        }
        case Signal.Finished(var what) when what.equals(listening.promptEnd) ->
            end = System.nanoTime() + timeout.toNanos();
        case Signal.Finished(var what) when what.equals(listening.understood) -> {
          return Map.of("SpeechResult", listening.said, "Confidence", "0.9");
        }
        default -> {}
      }
    }
    return digits(digits);
  }

  private static Map<String, String> digits(StringBuilder digits) {
    return digits.isEmpty() ? Map.of() : Map.of("Digits", digits.toString());
  }

  /** Plays the prompt and, when speech counts, listens; the caller may speak into the prompt. */
  private final class Listening implements AudioPort {
    private final Awaited promptEnd = new Awaited();
    private final Awaited understood = new Awaited();
    private final Ear ear = new Ear(Hearing.DEFAULT);
    private final boolean speechCounts;
    private volatile AudioPort prompt;
    private volatile boolean speechUnderWay;
    private volatile String said = "";

    Listening(byte[] prompt, boolean speechCounts) {
      this.prompt = run.exchange().announcement(run.call(), prompt, promptEnd);
      this.speechCounts = speechCounts;
    }

    @Override
    public byte[] exchange(byte[] spoken) {
      if (speechCounts) {
        ear.hear(spoken).forEach(this::notice);
      }
      return prompt.exchange(Line.silence());
    }

    boolean isSpeechUnderWay() {
      return speechUnderWay;
    }

    void stopPrompt() {
      prompt = AudioPort.NOBODY;
    }

    private void notice(Heard heard) {
      switch (heard) {
        case Heard.SpeechStarted _ -> {
          speechUnderWay = true;
          stopPrompt();
        }
        case Heard.SpeechStopped(_, var speech) -> {
          speechUnderWay = false;
          Clips.bundled().recognise(speech).map(Clip::text).ifPresent(this::say);
        }
      }
    }

    private void say(String text) {
      said = text;
      run.call().signal(new Signal.Finished(understood));
    }
  }
}
