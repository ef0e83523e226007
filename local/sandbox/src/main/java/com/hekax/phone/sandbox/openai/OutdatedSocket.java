package com.hekax.phone.sandbox.openai;

import com.hekax.phone.sandbox.openai.wire.Json;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;

/**
 * What a client of the beta meets since 2026-05: the socket opens, says so and closes (read in
 * issues of several clients, 2026-11-24).
 */
final class OutdatedSocket implements WsListener {
  private static final String CODE = "beta_api_shape_disabled";
  private static final int CLOSED_BY_API = 4000;

  @Override
  public void onOpen(WsSession session) {
    var event = Json.object().put("type", "error").put("event_id", "event_beta");
    event
        .putObject("error")
        .put("type", "invalid_request_error")
        .put("code", CODE)
        .put("message", "The Realtime Beta API is no longer supported. Use the GA API.")
        .putNull("param");
    session.send(Json.write(event), true);
    session.close(CLOSED_BY_API, "invalid_request_error." + CODE);
  }
}
