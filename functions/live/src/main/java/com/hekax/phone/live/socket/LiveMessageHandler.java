package com.hekax.phone.live.socket;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.hekax.phone.live.Frame;
import com.hekax.phone.live.LiveLinks;
import com.hekax.phone.live.LiveWiring;
import com.hekax.phone.platform.aws.OpenConnections;
import com.hekax.phone.platform.aws.OpenConnections.Sending;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.Metrics;
import java.time.InstantSource;
import java.util.Map;

/** Answers a page's ping, which keeps its link from idling out; pages say nothing else. */
public final class LiveMessageHandler extends LiveSocketHandler {
  private final OpenConnections connections;
  private final LiveLinks links;
  private final InstantSource clock;

  public LiveMessageHandler() {
    this(LiveWiring.connections(), LiveWiring.links(), LiveWiring.clock());
  }

  LiveMessageHandler(OpenConnections connections, LiveLinks links, InstantSource clock) {
    this.connections = connections;
    this.links = links;
    this.clock = clock;
  }

  @Override
  int handle(SocketEvent event) {
    if (isPing(event.text())) {
      pong(event.connectionId());
    } else {
      Metrics.ofService().count("IgnoredMessages", 1).write();
    }
    return 200;
  }

  private static boolean isPing(String text) {
    try {
      return Json.MAPPER.readTree(text).path("type").asText().equals("ping");
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private void pong(String connectionId) {
    var frame = Frame.of("pong", clock.instant(), Map.of());
    switch (connections.send(connectionId, frame.json())) {
      case Sending.Sent _ -> {}
      case Sending.Gone _ -> links.close(connectionId);
      // The page notices that no answer comes and opens a new link.
      case Sending.Failed(var reason) ->
          Log.warn("A ping could not be answered", field("reason", reason));
    }
  }
}
