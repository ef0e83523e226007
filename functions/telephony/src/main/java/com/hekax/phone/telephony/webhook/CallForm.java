package com.hekax.phone.telephony.webhook;

import com.hekax.phone.telephony.LegDirection;
import com.hekax.phone.telephony.LegReport;
import com.hekax.phone.telephony.LegStatus;
import com.hekax.phone.telephony.Recording;
import com.hekax.phone.telephony.TransferState;
import com.hekax.phone.twilio.TwilioNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The form that Twilio posts when it asks what to do with a call ("TwiML for Programmable Voice",
 * read 2026-11-22). Which call, and of which account, is always there; of all else nothing is
 * relied on, for a caller waits for the answer.
 */
record CallForm(Map<String, String> fields) {

  String callSid() {
    return find("CallSid").orElseThrow();
  }

  String accountSid() {
    return find("AccountSid").orElseThrow();
  }

  /** A call to us that nobody has answered yet. */
  LegReport ringing(Instant now) {
    return new LegReport(
        callSid(),
        Optional.empty(),
        LegDirection.INBOUND,
        find("From").flatMap(TwilioNumber::e164),
        find("To").flatMap(TwilioNumber::e164),
        LegStatus.RINGING,
        now,
        Optional.empty());
  }

  /**
   * How ringing people has ended. Someone who declined to be connected counts as connected with
   * Twilio, but was not bridged with the caller.
   */
  TransferState dialOutcome() {
    boolean bridged = !find("DialBridged").orElse("true").equals("false");
    return switch (find("DialCallStatus").orElse("")) {
      case "completed", "answered" -> bridged ? TransferState.ANSWERED : TransferState.NO_ANSWER;
      case "busy" -> TransferState.BUSY;
      case "failed" -> TransferState.FAILED;
      default -> TransferState.NO_ANSWER;
    };
  }

  /** The message that was recorded, if there is one. */
  Optional<Recording> recording() {
    int seconds = find("RecordingDuration").map(Integer::parseInt).orElse(0);
    return find("RecordingSid")
        .flatMap(sid -> find("RecordingUrl").map(url -> new Recording(sid, url, seconds)))
        .filter(_ -> !find("RecordingStatus").orElse("").equals("absent"));
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
  }
}
