package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.line.AudioPort;
import com.hekax.phone.sandbox.twilio.media.MediaStream;
import com.hekax.phone.sandbox.twilio.media.StreamError;
import com.hekax.phone.sandbox.twilio.media.StreamEvents;
import com.hekax.phone.sandbox.twilio.media.StreamSettings;
import com.hekax.phone.sandbox.twilio.twiml.Element;
import com.hekax.phone.sandbox.twilio.webhook.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code <Connect><Stream>} ("TwiML Voice: Stream", read 2026-11-22): the call waits until the
 * product's server closes the socket.
 */
final class ConnectVerb {
  private static final int NO_STREAM = 12200;

  private final TwimlRun run;
  private final Call call;

  ConnectVerb(TwimlRun run) {
    this.run = run;
    this.call = run.call();
  }

  Optional<Source> perform(Element verb)
      throws Interruption, ApplicationException, InterruptedException {
    var noun =
        verb.child("Stream")
            .orElseThrow(
                () -> new ApplicationException(NO_STREAM, "<Connect> connects to nothing"));
    var events = new Events(settings(noun), status(noun), noun.get("statusCallbackMethod", "POST"));
    var stream = MediaStream.open(events.settings, run.exchange().account(), events);
    call.stream(Optional.of(stream));
    call.connect(stream);
    try {
      awaitEnd(stream, events.end);
    } finally {
      call.connect(AudioPort.NOBODY);
      call.stream(Optional.empty());
      stream.stop();
    }
    return run.action(verb, Map.of());
  }

  private void awaitEnd(MediaStream stream, Awaited ended)
      throws Interruption, InterruptedException {
    long end = System.nanoTime() + TwimlRun.FOREVER.toNanos();
    while (true) {
      switch (run.next(end).orElse(null)) {
        case Signal.Key(var key) -> stream.press(key);
        case Signal.Finished(var what) when what.equals(ended) -> {
          return;
        }
        case null, default -> {}
      }
    }
  }

  private StreamSettings settings(Element noun) {
    var parameters = new LinkedHashMap<String, String>();
    noun.children().forEach(child -> parameters.put(child.get("name", ""), child.get("value", "")));
    var sid = Sid.of("MZ");
    return new StreamSettings(
        sid, call.sid(), call.accountSid(), noun.get("url", ""), noun.get("name", sid), parameters);
  }

  private Optional<URI> status(Element noun) throws ApplicationException {
    var address = noun.find("statusCallback");
    return address.isPresent() ? Optional.of(run.resolve(address.get())) : Optional.empty();
  }

  /** Tells the timeline, the status callback and the thread of the call. */
  private final class Events implements StreamEvents {
    private final StreamSettings settings;
    private final Optional<URI> status;
    private final String method;
    private final Awaited end = new Awaited();

    Events(StreamSettings settings, Optional<URI> status, String method) {
      this.settings = settings;
      this.status = status;
      this.method = method;
    }

    @Override
    public void started() {
      noted("stream-started", Map.of("streamSid", settings.streamSid(), "url", settings.url()));
      tell("stream-started", Optional.empty());
    }

    @Override
    public void noted(String kind, Map<String, ?> details) {
      call.timeline().add(kind, details);
    }

    @Override
    public void ended(Optional<StreamError> error) {
      var details = new HashMap<String, Object>();
      details.put("streamSid", settings.streamSid());
      error.ifPresent(
          wrong -> {
            details.put("code", wrong.code());
            details.put("message", wrong.message());
          });
      noted(error.isPresent() ? "stream-error" : "stream-stopped", details);
      tell(error.isPresent() ? "stream-error" : "stream-stopped", error);
      call.signal(new Signal.Finished(end));
    }

    private void tell(String event, Optional<StreamError> error) {
      if (status.isEmpty()) {
        return;
      }
      var form = CallForm.of(call);
      form.keySet().retainAll(java.util.Set.of("AccountSid", "CallSid"));
      form.put("StreamSid", settings.streamSid());
      form.put("StreamName", settings.name());
      form.put("StreamEvent", event);
      form.put("Timestamp", run.exchange().clock().instant().toString());
      error.ifPresent(wrong -> form.put("StreamError", wrong.toString()));
      run.callbacks()
          .send(
              WebhookRequest.of(status.get(), method, form),
              Duration.ZERO,
              "stream-callback",
              Map.of("event", event));
    }
  }
}
