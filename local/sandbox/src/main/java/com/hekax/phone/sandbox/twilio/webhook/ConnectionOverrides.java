package com.hekax.phone.sandbox.twilio.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the fragment of a webhook's address asks for, as in {@code #rc=2&rp=ct,rt,5xx&rt=4000}
 * ("Webhooks: Connection Overrides", read 2026-11-22).
 *
 * @param connect the longest time to connect
 * @param read the longest time for one answer
 * @param total the longest time for all attempts together
 * @param retries how often a failed attempt is repeated
 * @param policy which failures are repeated: {@code ct rt 4xx 5xx all}
 */
record ConnectionOverrides(
    Duration connect, Duration read, Duration total, int retries, Set<String> policy) {
  private static final Set<String> KNOWN = Set.of("ct", "rt", "tt", "rc", "rp", "sni", "e");
  private static final Set<String> POLICIES = Set.of("4xx", "5xx", "ct", "rt", "all");

  /**
   * Reads those of an address; what it does not say is as Twilio does without being asked.
   *
   * @throws IllegalArgumentException for an override that is unknown or out of its range
   */
  static ConnectionOverrides of(URI address) {
    var fields = new HashMap<String, String>();
    var fragment = address.getRawFragment();
    if (fragment != null && !fragment.isEmpty()) {
      for (var field : fragment.split("&", -1)) {
        var parts = field.split("=", 2);
        if (parts.length != 2 || !KNOWN.contains(parts[0])) {
          throw new IllegalArgumentException("No connection override: " + field);
        }
        fields.put(parts[0], parts[1]);
      }
    }
    var policy = Set.of(fields.getOrDefault("rp", "ct").split(",", -1));
    if (!POLICIES.containsAll(policy)) {
      throw new IllegalArgumentException("No retry policy: " + policy);
    }
    return new ConnectionOverrides(
        Duration.ofMillis(number(fields, "ct", 100, 10_000, 5_000)),
        Duration.ofMillis(number(fields, "rt", 100, 15_000, 15_000)),
        Duration.ofMillis(number(fields, "tt", 100, 15_000, 15_000)),
        number(fields, "rc", 0, 5, 1),
        policy);
  }

  boolean repeats(WebhookFailure failure) {
    return policy.contains("all")
        || switch (failure.kind()) {
          case CONNECT -> policy.contains("ct");
          case READ -> policy.contains("rt");
          case STATUS -> policy.contains(failure.status() / 100 + "xx");
        };
  }

  private static int number(
      Map<String, String> fields, String name, int least, int most, int usual) {
    if (!fields.containsKey(name)) {
      return usual;
    }
    int value = Integer.parseInt(fields.get(name));
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " is between " + least + " and " + most);
    }
    return value;
  }
}
