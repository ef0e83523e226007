package com.hekax.phone.receptionist;

import com.hekax.phone.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Texts of people inside texts of ours. A line stays one line and a heading is not made by a sign,
 * so what an owner or a fact says cannot pass for a section of the instructions.
 */
final class Wording {
  private static final String GOES_ON = " …";

  /** The text on one line; what cannot be seen is a space. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
  }

  /** The text in its lines, none of them empty or a heading. */
  static String lines(String text) {
    return text.lines()
        .map(Wording::line)
        .map(line -> line.replaceFirst("^[#\\s]+", ""))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** How many bytes it takes inside a JSON text. */
  static int bytes(String text) {
    return Json.write(text).getBytes(StandardCharsets.UTF_8).length - 2;
  }

  /** The text, or its beginning up to the last word that fits, and a sign that it goes on. */
  static String start(String text, int mostBytes) {
    if (bytes(text) <= mostBytes) {
      return text;
    }
    int end = text.length();
    while (end > 0 && bytes(text.substring(0, end)) > mostBytes - bytes(GOES_ON)) {
      int space = text.lastIndexOf(' ', end - 1);
      // Where there are no spaces, by characters, of which none is taken apart.
      end = space > 0 ? space : text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + GOES_ON;
  }

  private Wording() {}
}
