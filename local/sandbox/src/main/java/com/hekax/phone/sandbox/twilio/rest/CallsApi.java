package com.hekax.phone.sandbox.twilio.rest;

import com.hekax.phone.sandbox.twilio.call.Call;
import com.hekax.phone.sandbox.twilio.call.CallStatus;
import com.hekax.phone.sandbox.twilio.call.Exchange;
import com.hekax.phone.sandbox.twilio.call.OutgoingCall;
import com.hekax.phone.sandbox.twilio.call.Signal;
import com.hekax.phone.sandbox.twilio.call.Source;
import com.hekax.phone.sandbox.twilio.call.StatusTarget;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Calls}: makes them, tells of them, redirects and ends them. */
final class CallsApi {
  private static final int NO_TO = 21201;
  private static final int NO_URL = 21205;
  private static final int INVALID_FROM = 21210;
  private static final int INVALID_TO = 21211;
  private static final int NO_FROM = 21213;
  private static final int NOT_IN_PROGRESS = 21220;
  private static final int LONGEST_TWIML = 4000;

  /** An answer says what the call came to, if that does not take long. */
  private static final Duration UNTIL_OVER = Duration.ofSeconds(2);

  private final Exchange exchange;

  CallsApi(Exchange exchange) {
    this.exchange = exchange;
  }

  RestAnswer create(RestRequest request) throws RestException {
    var call =
        exchange.ringOut(
            OutgoingCall.running(
                from(request),
                to(request),
                Duration.ofSeconds(request.number("Timeout", 60, 1, 600)),
                source(request)
                    .orElseThrow(
                        () -> RestException.invalid(NO_URL, "Url or Twiml must be provided")),
                url(request, "FallbackUrl")
                    .map(address -> new Source.Fetch(address, fallbackMethod(request), Map.of())),
                status(request)));
    return RestAnswer.created(json(call));
  }

  RestAnswer list(RestRequest request) throws RestException {
    var found = new ArrayList<Map<String, @Nullable Object>>();
    for (var call : List.copyOf(exchange.calls()).reversed()) {
      if (matches(request, "To", call.to())
          && matches(request, "From", call.from())
          && matches(request, "Status", call.status().word())
          && matches(request, "ParentCallSid", call.parent().map(Call::sid).orElse(""))) {
        found.add(json(call));
      }
    }
    return RestAnswer.ok(Fields.page(request, "calls", found));
  }

  RestAnswer get(RestRequest request, String sid) throws RestException {
    return RestAnswer.ok(json(find(request, sid)));
  }

  RestAnswer update(RestRequest request, String sid) throws RestException, InterruptedException {
    var call = find(request, sid);
    var source = source(request);
    var status = request.find("Status");
    if (source.isPresent() && status.isPresent()) {
      throw RestException.invalid(
          RestException.INVALID_PARAMETER, "Status goes with neither Url nor Twiml");
    }
    if (source.isPresent()) {
      if (call.status() != CallStatus.IN_PROGRESS) {
        throw notInProgress("redirect");
      }
      call.signal(new Signal.Updated(source.get()));
    }
    if (status.isPresent()) {
      end(call, status.get());
    }
    return RestAnswer.ok(json(call));
  }

  /** The addresses and events of a status callback, under the names of this interface. */
  static Optional<StatusTarget> status(RestRequest request) throws RestException {
    var method = request.find("StatusCallbackMethod").orElse("POST");
    // The SDKs send several in one field or one in each.
    var events =
        request.all("StatusCallbackEvent").stream()
            .flatMap(value -> List.of(value.split("[ ,]", -1)).stream())
            .toList();
    return url(request, "StatusCallback")
        .map(url -> new StatusTarget(url, method, StatusTarget.events(events)));
  }

  static String to(RestRequest request) throws RestException {
    return party(request.get("To", NO_TO), INVALID_TO);
  }

  static String from(RestRequest request) throws RestException {
    return party(request.get("From", NO_FROM), INVALID_FROM);
  }

  static Optional<URI> url(RestRequest request, String name) throws RestException {
    var value = request.find(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().matches("https?://[^\\s/]+\\S*")) {
      throw RestException.invalid(NO_URL, name + " is not an absolute URL");
    }
    return Optional.of(URI.create(value.get()));
  }

  private static String fallbackMethod(RestRequest request) {
    return request.find("FallbackMethod").orElse("POST");
  }

  private static void end(Call call, String status) throws RestException, InterruptedException {
    var last =
        switch (status) {
          case "completed" -> CallStatus.COMPLETED;
          case "canceled" -> CallStatus.CANCELED;
          default ->
              throw RestException.invalid(
                  RestException.INVALID_PARAMETER, "Status is completed or canceled");
        };
    boolean talking = call.status() == CallStatus.IN_PROGRESS;
    if (call.status().isFinal() || (talking && last == CallStatus.CANCELED)) {
      throw notInProgress(status.equals("canceled") ? "cancel" : "end");
    }
    call.timeline().add("hang-up", Map.of("callSid", call.sid(), "by", "rest"));
    call.signal(new Signal.Ended(last));
    call.awaitOver(UNTIL_OVER);
  }

  private static RestException notInProgress(String what) {
    return RestException.invalid(
        NOT_IN_PROGRESS, "Unable to update record: Call is not in-progress. Cannot " + what + ".");
  }

  private static Optional<Source> source(RestRequest request) throws RestException {
    var twiml = request.find("Twiml");
    var url = url(request, "Url");
    if (twiml.isPresent() && url.isPresent()) {
      throw RestException.invalid(
          RestException.INVALID_PARAMETER, "Url and Twiml are mutually exclusive");
    }
    if (twiml.isPresent() && twiml.get().length() > LONGEST_TWIML) {
      throw RestException.invalid(
          RestException.INVALID_PARAMETER, "Twiml has at most 4000 characters");
    }
    if (twiml.isPresent()) {
      return Optional.of(new Source.Inline(twiml.get()));
    }
    var method = request.find("Method").orElse("POST");
    return url.map(address -> new Source.Fetch(address, method, Map.of()));
  }

  private static String party(String party, int codeIfInvalid) throws RestException {
    if (!party.matches("\\+[1-9][0-9]{6,14}|client:\\S{1,256}")) {
      throw RestException.invalid(codeIfInvalid, party + " is not a valid phone number");
    }
    return party;
  }

  private Call find(RestRequest request, String sid) throws RestException {
    return exchange.find(sid).orElseThrow(() -> RestException.notFound(request.path()));
  }

  private static boolean matches(RestRequest request, String name, String value) {
    return request.find(name).map(value::equals).orElse(true);
  }

  private Map<String, @Nullable Object> json(Call call) {
    var uri =
        "/2010-04-01/Accounts/%s/Calls/%s".formatted(exchange.account().accountSid(), call.sid());
    return new Fields()
        .with("sid", call.sid())
        .with("date_created", call.createdAt())
        .with("date_updated", call.endedAt().or(call::answeredAt).orElse(call.createdAt()))
        .with("parent_call_sid", call.parent().map(Call::sid))
        .with("account_sid", call.accountSid())
        .with("to", call.to())
        .with("to_formatted", call.to())
        .with("from", call.from())
        .with("from_formatted", call.from())
        .without("phone_number_sid")
        .with("status", call.status().word())
        .withTime("start_time", call.answeredAt())
        .withTime("end_time", call.endedAt())
        .with("duration", call.endedAt().map(_ -> Long.toString(call.talkTime().toSeconds())))
        .without("price")
        .with("price_unit", "USD")
        .with("direction", call.direction().word())
        .without("answered_by")
        .with("api_version", "2010-04-01")
        .without("forwarded_from", "group_sid", "caller_name", "trunk_sid")
        .with("queue_time", "0")
        .with("uri", uri + ".json")
        .with(
            "subresource_uris",
            Map.of(
                "notifications", uri + "/Notifications.json",
                "recordings", uri + "/Recordings.json"))
        .json();
  }
}
