package com.hekax.phone.sandbox.twilio.rest;

import com.hekax.phone.sandbox.twilio.call.Exchange;
import com.hekax.phone.sandbox.twilio.call.Recording;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Recordings}: what was recorded, and the sound itself. */
final class RecordingsApi {
  private final Exchange exchange;

  RecordingsApi(Exchange exchange) {
    this.exchange = exchange;
  }

  RestAnswer list(RestRequest request, Optional<String> callSid) throws RestException {
    var of = callSid.or(() -> request.find("CallSid"));
    var after = request.time("DateCreated>");
    var before = request.time("DateCreated<");
    var found =
        exchange.recordings().values().stream()
            .filter(one -> of.map(one.callSid()::equals).orElse(true))
            .filter(one -> after.map(one.startedAt()::isAfter).orElse(true))
            .filter(one -> before.map(one.startedAt()::isBefore).orElse(true))
            .sorted(Comparator.comparing(Recording::startedAt).reversed())
            .map(this::json)
            .toList();
    return RestAnswer.ok(Fields.page(request, "recordings", found));
  }

  RestAnswer get(RestRequest request, String sid) throws RestException {
    return RestAnswer.ok(json(find(request, sid)));
  }

  RestAnswer delete(RestRequest request, String sid) throws RestException {
    exchange.forget(find(request, sid));
    return RestAnswer.gone();
  }

  Recording find(RestRequest request, String sid) throws RestException {
    return Optional.ofNullable(exchange.recordings().get(sid))
        .orElseThrow(() -> RestException.notFound(request.path()));
  }

  private Map<String, @Nullable Object> json(Recording recording) {
    var uri =
        "/2010-04-01/Accounts/%s/Recordings/%s"
            .formatted(exchange.account().accountSid(), recording.sid());
    return new Fields()
        .with("account_sid", exchange.account().accountSid())
        .with("api_version", "2010-04-01")
        .with("call_sid", recording.callSid())
        .without("conference_sid")
        .with("date_created", recording.startedAt())
        .with("date_updated", recording.startedAt())
        .with("start_time", recording.startedAt())
        .with("duration", Long.toString(recording.seconds()))
        .with("sid", recording.sid())
        .without("price")
        .with("price_unit", "USD")
        .with("status", "completed")
        .with("channels", 1)
        .with("source", recording.source())
        .without("error_code", "encryption_details")
        .with("uri", uri + ".json")
        .with("subresource_uris", Map.of("transcriptions", uri + "/Transcriptions.json"))
        .with("media_url", exchange.ownAddress().resolve(uri).toString())
        .json();
  }
}
