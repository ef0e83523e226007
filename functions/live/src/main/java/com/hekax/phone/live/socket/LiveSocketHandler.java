package com.hekax.phone.live.socket;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One route of the WebSocket API, one class, one function. */
public abstract class LiveSocketHandler implements RequestStreamHandler {
  private final String service = Platform.current().service();

  /**
   * Acts on what happened to a link.
   *
   * @return an HTTP status; any but 200 keeps a link from opening
   */
  abstract int handle(SocketEvent event);

  private record Answer(int statusCode) {}

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var tree = Json.MAPPER.readTree(input);
    if (Ping.is(tree)) {
      return;
    }
    var event = Json.MAPPER.treeToValue(tree, SocketEvent.class);
    var log = LogContext.of(service, context.getFunctionName(), event.requestContext().requestId());
    output.write(Json.MAPPER.writeValueAsBytes(new Answer(log.call(() -> guarded(event)))));
  }

  private int guarded(SocketEvent event) {
    try {
      return handle(event);
    } catch (RuntimeException | Error bug) {
      Log.error("A live link failed on our side", bug);
      return 500;
    }
  }
}
