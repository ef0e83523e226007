package com.hekax.phone.scenarios.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that programs stumble over. */
final class OddText {
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "null",
          "0",
          "-1",
          "1e999",
          "true",
          "'; drop table leads; --",
          "%00",
          "%n%s%x",
          "${jndi:ldap://localhost/a}",
          "../../../../etc/passwd",
          "<script>alert(1)</script>",
          "{{7*7}}",
          "\u0000",
          "\u0007\u001b[31m",
          "\r\nx-injected: 1",
          "\u202eabc",
          "ﷺ".repeat(50),
          "e\u0301".repeat(60),
          "😀🏳️‍🌈",
          "\ud800",
          "\udfff\ud800",
          "2026-02-30T25:61:61Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "00000000-0000-0000-0000-000000000000",
          "[[[[[[[[",
          "\\\\\"\\");

  /** One of them, or something long, or any characters. */
  static String next(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> "x".repeat(random.nextInt(1, 20_000));
      case 1 -> characters(random);
      default -> ODD.get(random.nextInt(ODD.size()));
    };
  }

  /** One for a place where an address has room for a few hundred characters. */
  static String shortText(RandomGenerator random) {
    var text = next(random);
    return text.length() > 300 ? text.substring(0, 300) : text;
  }

  private static String characters(RandomGenerator random) {
    return random
        .ints(random.nextInt(1, 40), 0, 0x10000)
        .collect(StringBuilder::new, (text, one) -> text.append((char) one), StringBuilder::append)
        .toString();
  }

  private OddText() {}
}
