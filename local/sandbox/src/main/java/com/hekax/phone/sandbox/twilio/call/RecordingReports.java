package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.twiml.Element;
import com.hekax.phone.sandbox.twilio.webhook.WebhookRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Tells that a recording can be fetched ("TwiML Voice: Recording", read 2026-11-22). */
final class RecordingReports {

  /** Tells where the verb or noun asks for it. */
  static void tell(TwimlRun run, Element asking, Recording recording) throws ApplicationException {
    var address = asking.find("recordingStatusCallback");
    var events = asking.get("recordingStatusCallbackEvent", "completed");
    run.call()
        .timeline()
        .add(
            "recording",
            Map.of(
                "recordingSid", recording.sid(),
                "source", recording.source(),
                "seconds", recording.seconds()));
    if (address.isEmpty() || !Set.of(events.split(" ", -1)).contains("completed")) {
      return;
    }
    var form = CallForm.of(run.call());
    form.keySet().retainAll(Set.of("AccountSid", "CallSid"));
    form.put("RecordingSid", recording.sid());
    form.put("RecordingUrl", run.exchange().address(recording));
    form.put("RecordingStatus", "completed");
    form.put("RecordingDuration", Long.toString(recording.seconds()));
    form.put("RecordingChannels", "1");
    form.put("RecordingStartTime", StatusReports.TIMESTAMP.format(recording.startedAt()));
    form.put("RecordingSource", recording.source());
    form.put("RecordingTrack", "both");
    run.callbacks()
        .send(
            WebhookRequest.of(
                run.resolve(address.get()),
                asking.get("recordingStatusCallbackMethod", "POST"),
                form),
            Duration.ZERO,
            "recording-callback",
            Map.of("recordingSid", recording.sid()));
  }

  private RecordingReports() {}
}
