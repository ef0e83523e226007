package com.hekax.phone.sandbox.twilio.line;

import com.hekax.phone.sandbox.speech.MuLaw;

/** Sounds made and mixed in mu-law. */
public final class Sounds {
  private static final int BYTES_A_SECOND = 8000;
  private static final int AUDIBLE = 300;
  private static final int BIAS = 0x84;
  private static final int LOUDEST = 32_635;

  /** A hum of that length: speech of which nobody understands a word. */
  public static byte[] hum(int millis) {
    var hum = new byte[millis * MuLaw.BYTES_PER_MILLISECOND];
    for (int i = 0; i < hum.length; i++) {
      double seconds = (double) i / BYTES_A_SECOND;
      hum[i] =
          code(
              (int)
                  (6000 * Math.sin(2 * Math.PI * 180 * seconds)
                      + 3000 * Math.sin(2 * Math.PI * 410 * seconds)));
    }
    return hum;
  }

  /** Several frames of one length heard at once. */
  public static byte[] mixed(Iterable<byte[]> frames) {
    var sums = new int[Line.FRAME_BYTES];
    for (var frame : frames) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += MuLaw.sample(frame[i]);
      }
    }
    var mix = new byte[sums.length];
    for (int i = 0; i < mix.length; i++) {
      mix[i] = code(sums[i]);
    }
    return mix;
  }

  /** Whether there is more in it than the noise of a line. */
  public static boolean isAudible(byte[] frame) {
    for (var code : frame) {
      if (Math.abs(MuLaw.sample(code)) > AUDIBLE) {
        return true;
      }
    }
    return false;
  }

  /** The code nearest to a sample of 16 bits (G.711); what is too loud is clipped. */
  private static byte code(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), LOUDEST) + BIAS;
    int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
    int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }

  private Sounds() {}
}
