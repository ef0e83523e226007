package com.hekax.phone.sandbox.openai.audio;

/** G.711 A-law, Europe's sister of mu-law. */
final class ALaw {
  private static final int EVEN_BITS = 0x55;

  /** The sample of 16 bits behind a code. */
  static int sample(byte code) {
    int bits = (code ^ EVEN_BITS) & 0xFF;
    int segment = bits >> 4 & 7;
    int step = (bits & 0x0F) * 16 + 8;
    int magnitude = segment == 0 ? step : (step + 256) << (segment - 1);
    return (bits & 0x80) == 0 ? -magnitude : magnitude;
  }

  /** The code of a sample of 16 bits. */
  static byte code(int sample) {
    int magnitude = Math.min(sample < 0 ? -sample - 1 : sample, 32767);
    int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude | 1));
    int step = segment == 0 ? magnitude >> 4 : magnitude >> (segment + 3);
    int bits = (sample < 0 ? 0 : 0x80) | (segment << 4) | (step & 0x0F);
    return (byte) (bits ^ EVEN_BITS);
  }

  private ALaw() {}
}
