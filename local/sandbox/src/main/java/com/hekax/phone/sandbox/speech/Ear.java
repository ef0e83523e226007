package com.hekax.phone.sandbox.speech;

import com.hekax.phone.sandbox.speech.Heard.SpeechStarted;
import com.hekax.phone.sandbox.speech.Heard.SpeechStopped;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells speech from silence on one line, by its loudness, as the audio comes. The clock is the
 * audio: who stops sending is heard to stop nowhere. For one thread at a time.
 */
public final class Ear {
  /** Samples that are judged together: 10 ms. */
  private static final int WINDOW = 10 * MuLaw.BYTES_PER_MILLISECOND;

  /** So many loud windows make speech; fewer are a click on the line. */
  private static final int ONSET = 3;

  private final Hearing hearing;
  private final int prefix;
  private final int silentWindows;
  private final byte[] window = new byte[WINDOW];
  private int inWindow;
  private long heard;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean speaking;
  private int loud;
  private int quiet;

  public Ear(Hearing hearing) {
    this(hearing, 0);
  }

  /**
   * @param fromMs where on the line it begins to listen
   */
  public Ear(Hearing hearing, long fromMs) {
    this.heard = fromMs * MuLaw.BYTES_PER_MILLISECOND;
    this.hearing = hearing;
    this.prefix = (int) hearing.prefix().toMillis() * MuLaw.BYTES_PER_MILLISECOND;
    this.silentWindows = Math.max(1, (int) hearing.silence().toMillis() / 10);
  }

  /** Listens on, and says what changed meanwhile, in order. */
  public List<Heard> hear(byte[] mulaw) {
    var changes = new ArrayList<Heard>();
    for (byte sample : mulaw) {
      window[inWindow++] = sample;
      if (inWindow == WINDOW) {
        inWindow = 0;
        judge(changes);
      }
    }
    return changes;
  }

  /** Is somebody speaking, as far as was told? */
  public boolean speaking() {
    return speaking;
  }

  /** Where on the line it is: the end of what it was given. */
  public long heardMs() {
    return (heard + inWindow) / MuLaw.BYTES_PER_MILLISECOND;
  }

  /**
   * Hands out what is kept and begins anew with the audio after it: the speech so far, or the
   * prefix while nobody speaks. Speech that goes on is told of as if it began here.
   */
  public byte[] take() {
    var taken = kept.toByteArray();
    kept = new ByteArrayOutputStream();
    speaking = false;
    loud = 0;
    quiet = 0;
    return taken;
  }

  private void judge(List<Heard> changes) {
    heard += WINDOW;
    kept.writeBytes(window);
    boolean isLoud = power() >= hearing.power();
    loud = isLoud ? loud + 1 : 0;
    quiet = isLoud ? 0 : quiet + 1;
    if (!speaking && loud == ONSET) {
      speaking = true;
      kept = tail(kept.toByteArray(), prefix + ONSET * WINDOW);
      changes.add(new SpeechStarted((heard - kept.size()) / MuLaw.BYTES_PER_MILLISECOND));
    } else if (speaking && quiet == silentWindows) {
      changes.add(new SpeechStopped(heard / MuLaw.BYTES_PER_MILLISECOND, take()));
    } else if (!speaking) {
      forget();
    }
  }

  /** Keeps the prefix, and what may turn out to be the beginning of speech. */
  private void forget() {
    int wanted = prefix + ONSET * WINDOW;
    // Now and then, not with every window: it copies all that is kept.
    if (kept.size() > 2 * wanted) {
      kept = tail(kept.toByteArray(), wanted);
    }
  }

  private static ByteArrayOutputStream tail(byte[] audio, int length) {
    var tail = new ByteArrayOutputStream();
    tail.writeBytes(Arrays.copyOfRange(audio, Math.max(0, audio.length - length), audio.length));
    return tail;
  }

  private double power() {
    double sum = 0;
    for (byte code : window) {
      double sample = MuLaw.sample(code);
      sum += sample * sample;
    }
    return sum / WINDOW;
  }
}
