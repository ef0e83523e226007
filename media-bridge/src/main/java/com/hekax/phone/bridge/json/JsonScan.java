package com.hekax.phone.bridge.json;

import java.util.Optional;

/**
 * Walks over the members of an object without parsing their values. Most frames of a call are audio
 * in a known shape, of which a few strings are wanted as they are.
 *
 * <pre>{@code
 * var scan = new JsonScan(frame);
 * while (scan.next()) {
 *   if (scan.isNamed("event")) { event = scan.plainText(); }
 * }
 * }</pre>
 *
 * What it cannot read ends the walk early, so that the caller parses the frame properly; so does a
 * string with an escape read as empty. It does not check that the rest is well formed.
 */
public final class JsonScan {
  private final String json;
  private int at;
  private final int end;
  private int nameStart;
  private int nameEnd;
  private int valueStart;
  private int valueEnd;

  public JsonScan(String json) {
    this(json, 0, json.length());
  }

  private JsonScan(String json, int start, int end) {
    this.json = json;
    this.end = end;
    int first = afterSpace(start);
    this.at = first < end && json.charAt(first) == '{' ? first + 1 : end;
  }

  /** Goes to the next member; false when there is none, or none that can be read. */
  public boolean next() {
    int position = afterSpace(at);
    if (position < end && json.charAt(position) == ',') {
      position = afterSpace(position + 1);
    }
    int nameClose = position < end && json.charAt(position) == '"' ? closingQuote(position) : -1;
    if (nameClose < 0) {
      return stop();
    }
    nameStart = position + 1;
    nameEnd = nameClose;
    position = afterSpace(nameClose + 1);
    if (position >= end || json.charAt(position) != ':') {
      return stop();
    }
    valueStart = afterSpace(position + 1);
    valueEnd = valueStart < end ? endOfValue(valueStart) : -1;
    if (valueEnd < 0) {
      return stop();
    }
    at = valueEnd;
    return true;
  }

  public boolean isNamed(String name) {
    return nameEnd - nameStart == name.length() && json.startsWith(name, nameStart);
  }

  /** The value if it is a string without escapes. */
  public Optional<String> plainText() {
    if (json.charAt(valueStart) != '"') {
      return Optional.empty();
    }
    int escape = json.indexOf('\\', valueStart, valueEnd);
    return escape < 0
        ? Optional.of(json.substring(valueStart + 1, valueEnd - 1))
        : Optional.empty();
  }

  /** Whether the value is this string, written without escapes. */
  public boolean isText(String text) {
    return valueEnd - valueStart == text.length() + 2
        && json.charAt(valueStart) == '"'
        && json.startsWith(text, valueStart + 1);
  }

  /** The value if it is a whole number of up to nine digits. */
  public Optional<Integer> number() {
    return digits(valueStart, valueEnd);
  }

  /** The members of the value; none if it is no object. */
  public JsonScan members() {
    return new JsonScan(json, valueStart, valueEnd);
  }

  private Optional<Integer> digits(int from, int to) {
    if (from >= to || to - from > 9) {
      return Optional.empty();
    }
    for (int i = from; i < to; i++) {
      if (json.charAt(i) < '0' || json.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    return Optional.of(Integer.parseInt(json, from, to, 10));
  }

  private boolean stop() {
    at = end;
    return false;
  }

  private int endOfValue(int start) {
    return switch (json.charAt(start)) {
      case '"' -> {
        int close = closingQuote(start);
        yield close < 0 ? -1 : close + 1;
      }
      case '{', '[' -> endOfNested(start);
      default -> endOfLiteral(start);
    };
  }

  private int endOfNested(int start) {
    int depth = 0;
    for (int i = start; i < end; i++) {
      switch (json.charAt(i)) {
        case '{', '[' -> depth++;
        case '}', ']' -> {
          depth--;
          if (depth == 0) {
            return i + 1;
          }
        }
        case '"' -> {
          i = closingQuote(i);
          if (i < 0) {
            return -1;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  private int endOfLiteral(int start) {
    int i = start;
    while (i < end && ",}] \t\r\n".indexOf(json.charAt(i)) < 0) {
      i++;
    }
    return i > start ? i : -1;
  }

  /** The quote that ends the string that begins at {@code open}; -1 if there is none. */
  private int closingQuote(int open) {
    int quote = json.indexOf('"', open + 1, end);
    while (quote >= 0 && isEscaped(quote)) {
      quote = json.indexOf('"', quote + 1, end);
    }
    return quote;
  }

  private boolean isEscaped(int quote) {
    int backslashes = 0;
    while (json.charAt(quote - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private int afterSpace(int from) {
    int i = from;
    while (i < end && " \t\r\n".indexOf(json.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
