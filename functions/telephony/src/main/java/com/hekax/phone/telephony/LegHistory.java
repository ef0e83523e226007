package com.hekax.phone.telephony;

import com.hekax.phone.twilio.PastCall;
import com.hekax.phone.twilio.TwilioNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What Twilio's REST API remembers of a leg, as the reports that should have told us. */
final class LegHistory {

  /** That it began, and how far it has come. */
  static List<LegReport> of(PastCall call) {
    var status = LegStatus.valueOf(call.status().toUpperCase(Locale.ROOT).replace('-', '_'));
    return List.of(
        report(call, LegStatus.RINGING, call.createdAt()), report(call, status, reached(call)));
  }

  /** When it came so far: to its end, to the answer, or only into being. */
  private static Instant reached(PastCall call) {
    return call.endedAt().or(call::startedAt).orElse(call.createdAt());
  }

  private static LegReport report(PastCall call, LegStatus status, Instant at) {
    return new LegReport(
        call.sid(),
        call.parentSid(),
        call.direction().equals("inbound") ? LegDirection.INBOUND : LegDirection.OUTBOUND,
        TwilioNumber.e164(call.from()),
        TwilioNumber.e164(call.to()),
        status,
        at,
        call.talkTime());
  }

  private LegHistory() {}
}
