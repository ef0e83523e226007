package com.hekax.phone.telephony.webhook;

import com.hekax.phone.telephony.LegDirection;
import com.hekax.phone.telephony.LegReport;
import com.hekax.phone.telephony.LegStatus;
import com.hekax.phone.twilio.TwilioNumber;
import com.hekax.phone.twilio.TwilioTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The form that Twilio posts when the status of a leg changes ("Track call status", read
 * 2026-11-22). The API document has been checked before, so required fields are there.
 */
record StatusForm(Map<String, String> fields) {

  /**
   * What it says.
   *
   * @param now for a form without a time of its own
   */
  LegReport report(Instant now) {
    return new LegReport(
        get("CallSid"),
        find("ParentCallSid"),
        get("Direction").equals("inbound") ? LegDirection.INBOUND : LegDirection.OUTBOUND,
        TwilioNumber.e164(get("From")),
        TwilioNumber.e164(get("To")),
        LegStatus.valueOf(get("CallStatus").toUpperCase(Locale.ROOT).replace('-', '_')),
        find("Timestamp").flatMap(TwilioTime::parse).orElse(now),
        find("CallDuration").map(Long::parseLong).map(Duration::ofSeconds));
  }

  private String get(String name) {
    return find(name).orElse("");
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
  }
}
