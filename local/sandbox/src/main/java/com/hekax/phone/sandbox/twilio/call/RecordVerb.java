package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.line.AudioPort;
import com.hekax.phone.sandbox.twilio.line.Line;
import com.hekax.phone.sandbox.twilio.line.Sounds;
import com.hekax.phone.sandbox.twilio.twiml.Element;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code <Record>} ("TwiML Voice: Record", read 2026-11-22). */
final class RecordVerb {
  private static final int BEEP_MILLIS = 400;

  private final TwimlRun run;

  RecordVerb(TwimlRun run) {
    this.run = run;
  }

  Optional<Source> perform(Element verb)
      throws Interruption, ApplicationException, InterruptedException {
    if (verb.flag("playBeep", true)) {
      run.play(Sounds.hum(BEEP_MILLIS));
    }
    var taping =
        new Taping(verb.number("timeout", 5) * 1000, verb.number("maxLength", 3600) * 1000);
    run.call().connect(taping);
    String key;
    try {
      key = record(verb, taping);
    } catch (Interruption.Over hungUp) {
      finishAfterHangUp(verb, taping);
      throw hungUp;
    } finally {
      run.call().connect(AudioPort.NOBODY);
    }
    var audio = taping.audio(verb.get("trim", "trim-silence").equals("trim-silence"));
    // Nothing said: the action is not asked, and the next verb runs.
    return audio.length == 0
        ? Optional.empty()
        : Optional.of(run.actionOrHere(verb, form(verb, audio, key)));
  }

  private String record(Element verb, Taping taping) throws Interruption, InterruptedException {
    var finish = verb.get("finishOnKey", "1234567890*#");
    long end = System.nanoTime() + TwimlRun.FOREVER.toNanos();
    while (true) {
      switch (run.next(end).orElse(null)) {
        case Signal.Key(var key) when finish.indexOf(key) >= 0 -> {
          return String.valueOf(key);
        }
        case Signal.Finished(var what) when what.equals(taping.end) -> {
          return "";
        }
        case null, default -> {}
      }
    }
  }

  /** The product is told of what a caller left before hanging up; its answer is not run. */
  private void finishAfterHangUp(Element verb, Taping taping) throws ApplicationException {
    var audio = taping.audio(true);
    if (audio.length > 0 && verb.find("action").isPresent()) {
      var form = new HashMap<>(form(verb, audio, "hangup"));
      form.put("CallStatus", CallStatus.COMPLETED.word());
      run.tell(verb, form);
    }
  }

  private Map<String, String> form(Element verb, byte[] audio, String key)
      throws ApplicationException {
    var recording = run.exchange().record(run.call(), "RecordVerb", audio);
    RecordingReports.tell(run, verb, recording);
    return Map.of(
        "RecordingSid", recording.sid(),
        "RecordingUrl", run.exchange().address(recording),
        "RecordingDuration", Long.toString(recording.seconds()),
        "Digits", key);
  }

  /** Tapes the caller until nothing has been said for a while. */
  private final class Taping implements AudioPort {
    private final ByteArrayOutputStream taped = new ByteArrayOutputStream();
    private final Awaited end = new Awaited();
    private final int quietMillis;
    private final int mostMillis;
    private int quiet;
    private int firstSound = -1;
    private int lastSound;
    private boolean full;

    Taping(int quietMillis, int mostMillis) {
      this.quietMillis = quietMillis;
      this.mostMillis = mostMillis;
    }

    @Override
    public synchronized byte[] exchange(byte[] spoken) {
      if (!full) {
        boolean audible = Sounds.isAudible(spoken);
        if (audible && firstSound < 0) {
          firstSound = taped.size();
        }
        taped.writeBytes(spoken);
        lastSound = audible ? taped.size() : lastSound;
        quiet = audible ? 0 : quiet + Line.FRAME_MILLIS;
        full = (quietMillis > 0 && quiet >= quietMillis) || Line.millis(taped.size()) >= mostMillis;
        if (full) {
          run.call().signal(new Signal.Finished(end));
        }
      }
      return Line.silence();
    }

    synchronized byte[] audio(boolean trimmed) {
      if (firstSound < 0) {
        return new byte[0];
      }
      return trimmed
          ? Arrays.copyOfRange(taped.toByteArray(), firstSound, lastSound)
          : taped.toByteArray();
    }
  }
}
