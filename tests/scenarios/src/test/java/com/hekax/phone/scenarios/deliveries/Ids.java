package com.hekax.phone.scenarios.deliveries;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What names one thing and no other: our ids, and those of Twilio. */
final class Ids {
  static final Pattern PATTERN =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b(CA|MZ|RE)[0-9a-f]{32}\\b");

  /** All in a text, in a set of its own. */
  static Set<String> in(String text) {
    var ids = new HashSet<String>();
    var matcher = PATTERN.matcher(text);
    while (matcher.find()) {
      ids.add(matcher.group());
    }
    return ids;
  }

  private Ids() {}
}
