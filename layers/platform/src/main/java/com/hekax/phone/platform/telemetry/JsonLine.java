package com.hekax.phone.platform.telemetry;

/**
 * Writes one JSON object on one line of ASCII. By hand, because logging must not load a JSON
 * library before the first request, and ASCII because the console's character set is not ours to
 * choose.
 */
final class JsonLine {
  /** CloudWatch refuses events over 256 KB; one value never comes near it. */
  private static final int LONGEST_VALUE = 4_000;

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder(256).append('{');

  JsonLine put(String name, Object value) {
    name(name);
    switch (value) {
      case Boolean truth -> text.append(truth);
      case Double number when !Double.isFinite(number) -> string(number.toString());
      case Float number when !Float.isFinite(number) -> string(number.toString());
      case Number number -> text.append(number);
      default -> string(value.toString());
    }
    return this;
  }

  /** Puts the value unless it is empty. */
  JsonLine putIfAny(String name, String value) {
    return value.isEmpty() ? this : put(name, value);
  }

  /** Puts a value that is JSON already. */
  JsonLine putJson(String name, String json) {
    name(name);
    text.append(json);
    return this;
  }

  String end() {
    return text.append('}').toString();
  }

  private void name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    string(name);
    text.append(':');
  }

  private void string(String value) {
    int end = Math.min(value.length(), LONGEST_VALUE);
    text.append('"');
    for (int i = 0; i < end; i++) {
      character(value.charAt(i));
    }
    if (end < value.length()) {
      text.append("...");
    }
    text.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (c >= 0x20 && c < 0x7f) {
          text.append(c);
        } else {
          text.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt((c >> shift) & 0xf));
          }
        }
      }
    }
  }
}
