package com.hekax.phone.sandbox.openai.session;

import com.hekax.phone.sandbox.openai.wire.Refused;
import java.util.Base64;

/** Audio inside JSON. */
final class Base64Audio {
  /** The most that one event may carry: 15 MiB. */
  static final int MOST = 15 * 1024 * 1024;

  /**
   * @param path where it stands in the event
   * @throws Refused if it is no base64 or too much
   */
  static byte[] decode(String path, String text) {
    if (text.length() / 4L * 3 > MOST + 2) {
      throw tooMuch(path);
    }
    byte[] audio;
    try {
      audio = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Refused.at(
          path,
          "invalid_value",
          "Invalid '" + path + "'. Expected base64-encoded audio bytes but got an invalid value.");
    }
    if (audio.length > MOST) {
      throw tooMuch(path);
    }
    return audio;
  }

  private static Refused tooMuch(String path) {
    return Refused.at(
        path, "invalid_value", "Invalid '" + path + "': more than 15 MiB of audio in one event.");
  }

  private Base64Audio() {}
}
