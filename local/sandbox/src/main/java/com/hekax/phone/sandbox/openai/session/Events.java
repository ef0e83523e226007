package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.openai.wire.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a session says, each with an id of its own, in order. */
final class Events {
  private final Wire wire;
  private final Loop loop;
  private final Duration lag;
  private final List<String> errors = new ArrayList<>();

  /**
   * @param lag everything arrives later by this
   */
  Events(Wire wire, Loop loop, Duration lag) {
    this.wire = wire;
    this.loop = loop;
    this.lag = lag;
  }

  void send(String type, ObjectNode fields) {
    var event = Json.object();
    event.put("type", type).put("event_id", Ids.event());
    event.setAll(fields);
    var text = Json.write(event);
    late(() -> wire.send(text));
  }

  /**
   * @param event the id of the client event that is refused, if it has one
   */
  void refuse(Refused refused, Optional<String> event) {
    error("invalid_request_error", refused.code(), refused.message(), refused.parameter(), event);
  }

  void error(
      String type,
      Optional<String> code,
      String message,
      Optional<String> parameter,
      Optional<String> event) {
    errors.add(code.orElse(message));
    var error = Json.object();
    error.put("type", type);
    error.put("code", code.orElse(null));
    error.put("message", message);
    error.put("param", parameter.orElse(null));
    error.put("event_id", event.orElse(null));
    send("error", Json.object().set("error", error));
  }

  void close(int code, String reason) {
    late(() -> wire.close(code, reason));
  }

  /** The codes of the errors so far, or their words where there is no code. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  private void late(Runnable sending) {
    if (lag.isZero()) {
      sending.run();
    } else {
      loop.after(lag, sending);
    }
  }
}
