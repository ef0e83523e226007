package com.hekax.phone.bridge.conversation;

import java.util.Optional;

/**
 * Sound as the telephone network carries it, never decoded here: G.711 mu-law, 8,000 bytes a
 * second, one channel.
 *
 * @param base64 the bytes as both sides write them in JSON, with or without padding
 */
public record Audio(String base64) {
  static final int BYTES_A_MILLISECOND = 8;

  /** Mu-law silence is the byte 0xFF, and three of them are four slashes. */
  private static final int SILENCE_BLOCK_BYTES = 3;

  /** Sound as it came; empty if it is not base64, which would break the message it is put into. */
  public static Optional<Audio> of(String base64) {
    for (int i = 0; i < base64.length(); i++) {
      if (!isBase64(base64.charAt(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Audio(base64));
  }

  /** Silence of at least so many milliseconds, and at most a quarter of one more. */
  static Audio silence(long milliseconds) {
    long bytes = milliseconds * BYTES_A_MILLISECOND;
    long blocks = (bytes + SILENCE_BLOCK_BYTES - 1) / SILENCE_BLOCK_BYTES;
    return new Audio("////".repeat((int) blocks));
  }

  /** How many bytes of sound it is. */
  public int bytes() {
    int characters = base64.length();
    while (characters > 0 && base64.charAt(characters - 1) == '=') {
      characters--;
    }
    return (int) (characters * 3L / 4);
  }

  /** How long it sounds, rounded down. */
  public int milliseconds() {
    return bytes() / BYTES_A_MILLISECOND;
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '=';
  }
}
