package com.hekax.phone.sandbox.twilio.caller;

import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.Ear;
import com.hekax.phone.sandbox.speech.Heard;
import com.hekax.phone.sandbox.speech.Hearing;
import com.hekax.phone.sandbox.speech.Speaker;
import com.hekax.phone.sandbox.twilio.line.Announcement;
import com.hekax.phone.sandbox.twilio.line.Handset;
import com.hekax.phone.sandbox.twilio.line.Line;
import com.hekax.phone.sandbox.twilio.line.Person;
import com.hekax.phone.sandbox.twilio.line.Sounds;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Follows a script: says clips, hears the other side out, presses keys. Time is what has been heard
 * on the line, 20 ms a frame.
 *
 * <p>Asked again by the assistant, the person says the last thing once more, but only once.
 */
public final class ScriptedPerson implements Person {
  private static final Set<String> ASKED_AGAIN = Set.of("not-understood", "still-there");
  private static final int BETWEEN_KEYS_MILLIS = 240;

  private final String who;
  private final Handset handset;
  private final BiConsumer<String, Map<String, ?>> log;
  private final Deque<Step> steps;
  private final long limitMillis;
  private final Ear ear = new Ear(Hearing.DEFAULT);
  private long nowMillis;
  private long stepMillis;
  private boolean heardSinceStep;
  private long quietSinceMillis;
  private long speakingSinceMillis;
  private byte[] saying = new byte[0];
  private int said;
  private Optional<Step.Say> last = Optional.empty();
  private boolean repeated;
  private boolean gone;

  /**
   * A person with a script.
   *
   * @param who how the log names them: {@code caller} or {@code called}
   * @param log told of what they say and hear
   */
  public ScriptedPerson(
      String who,
      List<Step> steps,
      Duration limit,
      Handset handset,
      BiConsumer<String, Map<String, ?>> log) {
    this.who = who;
    this.steps = new ArrayDeque<>(steps);
    this.limitMillis = limit.toMillis();
    this.handset = handset;
    this.log = log;
  }

  @Override
  public byte[] speak() {
    if (!gone && said >= saying.length) {
      if (nowMillis >= limitMillis) {
        hangUp();
      } else {
        act();
      }
    }
    if (said >= saying.length) {
      return Line.silence();
    }
    int end = Math.min(said + Line.FRAME_BYTES, saying.length);
    var frame = Announcement.framed(Arrays.copyOfRange(saying, said, end));
    said = end;
    if (said == saying.length) {
      // What follows counts from the last word.
      begin();
    }
    return frame;
  }

  @Override
  public void hear(byte[] frame) {
    nowMillis += Line.FRAME_MILLIS;
    for (var heard : ear.hear(frame)) {
      switch (heard) {
        case Heard.SpeechStarted _ -> {
          speakingSinceMillis = nowMillis;
          heardSinceStep = true;
        }
        case Heard.SpeechStopped(_, var speech) -> heard(speech);
      }
    }
  }

  private void heard(byte[] speech) {
    quietSinceMillis = nowMillis - Hearing.DEFAULT.silence().toMillis();
    var understood = Clips.bundled().recognise(speech);
    var details = new HashMap<String, Object>();
    details.put("by", who);
    details.put("voice", understood.map(clip -> word(clip.speaker())).orElse(null));
    details.put("clip", understood.map(Clip::id).orElse(null));
    details.put("text", understood.map(Clip::text).orElse(null));
    details.put("millis", audibleMillis(speech));
    log.accept("heard", details);
    if (understood.isPresent()
        && ASKED_AGAIN.contains(understood.get().id())
        && last.isPresent()
        && !repeated) {
      repeated = true;
      steps.addFirst(new Step.Listen(Duration.ofMillis(700), Duration.ofSeconds(20)));
      steps.addFirst(last.get());
    }
  }

  private static String word(Speaker speaker) {
    return speaker.name().toLowerCase(Locale.ROOT);
  }

  /** Without the silence before and after it, to 20 ms. */
  private static long audibleMillis(byte[] speech) {
    int first = -1;
    int last = 0;
    for (int at = 0; at + Line.FRAME_BYTES <= speech.length; at += Line.FRAME_BYTES) {
      if (Sounds.isAudible(Arrays.copyOfRange(speech, at, at + Line.FRAME_BYTES))) {
        first = first < 0 ? at : first;
        last = at + Line.FRAME_BYTES;
      }
    }
    return Line.millis(last - Math.max(first, 0));
  }

  private void act() {
    var step = steps.peek();
    if (step == null) {
      return;
    }
    long waited = nowMillis - stepMillis;
    switch (step) {
      case Step.Listen(var quiet, var atMost) -> {
        boolean quietNow =
            heardSinceStep && !ear.speaking() && nowMillis - quietSinceMillis >= quiet.toMillis();
        if (quietNow || waited >= atMost.toMillis()) {
          done();
        }
      }
      case Step.Say say -> {
        done();
        say(say);
      }
      case Step.Interrupt(var clip, var after) -> {
        if (isSpokenTo(nowMillis, after)) {
          done();
          say(new Step.Say(clip));
        }
      }
      case Step.Press(var keys) -> {
        done();
        handset.press(keys.charAt(0));
        if (keys.length() > 1) {
          steps.addFirst(new Step.Press(keys.substring(1)));
          steps.addFirst(new Step.Wait(Duration.ofMillis(BETWEEN_KEYS_MILLIS)));
        }
      }
      case Step.Wait(var time) -> {
        if (waited >= time.toMillis()) {
          done();
        }
      }
      case Step.HangUp _ -> hangUp();
      case Step.LoseLine(var after, var inSpeech) -> {
        if (inSpeech ? isSpokenTo(nowMillis, after) : waited >= after.toMillis()) {
          done();
          log.accept("line-lost", Map.of("by", who));
          handset.loseStream();
        }
      }
    }
  }

  /** Whether the other side has been speaking for so long by now. */
  private boolean isSpokenTo(long nowMillis, Duration howLong) {
    return ear.speaking() && nowMillis - speakingSinceMillis >= howLong.toMillis();
  }

  private void say(Step.Say say) {
    var clip = Clips.bundled().find(say.clip()).orElseThrow();
    if (!last.equals(Optional.of(say))) {
      repeated = false;
    }
    last = Optional.of(say);
    saying = clip.mulaw();
    said = 0;
    log.accept(
        "said",
        Map.of(
            "by", who,
            "clip", say.clip(),
            "text", clip.text(),
            "millis", Line.millis(saying.length)));
  }

  private void done() {
    steps.poll();
    begin();
  }

  private void begin() {
    stepMillis = nowMillis;
    heardSinceStep = ear.speaking();
  }

  private void hangUp() {
    gone = true;
    handset.hangUp();
  }
}
