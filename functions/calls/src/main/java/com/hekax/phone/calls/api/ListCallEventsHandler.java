package com.hekax.phone.calls.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.calls.CallEvent;
import com.hekax.phone.calls.CallEventKind;
import com.hekax.phone.calls.Calls;
import com.hekax.phone.calls.CallsWiring;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.UUID;

/** Lists what happened in a call, from its beginning. */
@Route(value = "GET /api/calls/{callId}/events", needs = Permission.CALLS_READ)
public final class ListCallEventsHandler extends ApiHandler {
  private final Calls calls;

  public ListCallEventsHandler() {
    this(CallsWiring.calls());
  }

  ListCallEventsHandler(Calls calls) {
    this.calls = calls;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var call = request.path("callId", CallId::parse);
    var page = calls.events(request.organization(), call, request.page());
    return ApiResponse.ok(page.map(EventBody::of));
  }

  record EventBody(UUID id, Instant at, CallEventKind kind, JsonNode detail) {

    static EventBody of(CallEvent event) {
      return new EventBody(event.eventId(), event.at(), event.kind(), Json.tree(event.detail()));
    }
  }
}
