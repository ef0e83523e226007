package com.hekax.phone.telephony;

import com.hekax.phone.twilio.FallbackTwiml;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A number of ours and what becomes of its callers without us.
 *
 * @param number in E.164
 * @param key what only we and Twilio know of its document's address
 * @param people whom callers can be put through to, in E.164 and in order
 * @param inService whether its organization is there for callers, and not closing
 */
public record FallbackNumber(String number, UUID key, List<String> people, boolean inService) {
  /** With what Twilio adds it is a minute and a half until all have been rung. */
  private static final int MOST_RUNG = 4;

  private static final Duration RINGING = Duration.ofSeconds(18);

  /** The end of its document's address. */
  String fileName() {
    return "%s-%s.xml".formatted(number.substring(1), key);
  }

  /**
   * Its document.
   *
   * @param farewell the address of what is said after a message
   */
  String document(String farewell) {
    if (!inService) {
      return FallbackTwiml.notInService();
    }
    return FallbackTwiml.ringThenRecord(
        people.stream().limit(MOST_RUNG).toList(), number, RINGING, farewell);
  }
}
