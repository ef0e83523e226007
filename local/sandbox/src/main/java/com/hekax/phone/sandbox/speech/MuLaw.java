package com.hekax.phone.sandbox.speech;

import java.time.Duration;
import java.util.Arrays;

/** G.711 mu-law as a telephone line carries it: one byte a sample, 8000 a second. */
public final class MuLaw {
  public static final int BYTES_PER_MILLISECOND = 8;

  /** What a quiet line carries. */
  public static final byte SILENCE = (byte) 0xFF;

  private static final int BIAS = 132;
  private static final int LOUDEST = 32767 - BIAS;
  private static final short[] LINEAR = linear();

  /** A quiet line for some time. */
  public static byte[] silence(Duration time) {
    var quiet = new byte[(int) time.toMillis() * BYTES_PER_MILLISECOND];
    Arrays.fill(quiet, SILENCE);
    return quiet;
  }

  /** How long a line needs to carry so many bytes. */
  public static Duration length(int bytes) {
    return Duration.ofMillis(bytes / BYTES_PER_MILLISECOND);
  }

  /** The sample behind a byte, of 16 bits. */
  public static int sample(byte code) {
    return LINEAR[code & 0xFF];
  }

  /** The byte of a sample of 16 bits. */
  public static byte code(int sample) {
    int magnitude = Math.min(Math.abs(sample), LOUDEST) + BIAS;
    int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
    int step = magnitude >> (segment + 3) & 0x0F;
    return (byte) ~((sample < 0 ? 0x80 : 0) | (segment << 4) | step);
  }

  /** Zero; mu-law writes it in two ways. */
  static boolean isSilence(byte code) {
    return (code & 0x7F) == 0x7F;
  }

  /** The audio between the silence before and the silence after it. */
  public static byte[] trimmed(byte[] audio) {
    int from = 0;
    while (from < audio.length && isSilence(audio[from])) {
      from++;
    }
    int to = audio.length;
    while (to > from && isSilence(audio[to - 1])) {
      to--;
    }
    return Arrays.copyOfRange(audio, from, to);
  }

  private static short[] linear() {
    var table = new short[256];
    for (int code = 0; code < table.length; code++) {
      int bits = ~code;
      int magnitude = ((((bits & 0x0F) << 3) + BIAS) << (bits >> 4 & 7)) - BIAS;
      table[code] = (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
    }
    return table;
  }

  private MuLaw() {}
}
