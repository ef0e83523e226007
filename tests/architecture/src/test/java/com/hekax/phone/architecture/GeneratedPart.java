package com.hekax.phone.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page of the documentation that {@code ./hekax routes} writes.
 *
 * @param begin the line before it
 * @param end the line after it
 */
record GeneratedPart(Path page, String begin, String end) {

  /** The page as it is. */
  String read() throws IOException {
    return Files.readString(page);
  }

  /** Brings the page up to date. */
  void write(String text) throws IOException {
    Files.writeString(page, with(text));
  }

  /** The page as it should be. */
  String with(String text) throws IOException {
    var content = read();
    int from = content.indexOf(begin);
    int to = content.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(page + " has lost its lines " + begin + " and " + end);
    }
    return content.substring(0, from + begin.length()) + text + content.substring(to);
  }
}
