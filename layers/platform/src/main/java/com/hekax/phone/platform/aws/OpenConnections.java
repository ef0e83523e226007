package com.hekax.phone.platform.aws;

import java.net.URI;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/**
 * The open connections of a WebSocket API: texts are sent to them by their ids. May be used by
 * several threads at once.
 */
public final class OpenConnections {
  private final Lazy<ApiGatewayManagementApiClient> client;

  /** Those of one API and stage; see {@link AwsClients#connections}. */
  public OpenConnections(AwsClients aws, URI endpoint) {
    this.client = new Lazy<>(() -> aws.connections(endpoint));
  }

  /** How it went with one text to one connection. */
  public sealed interface Sending {

    /** The gateway took it. */
    record Sent() implements Sending {}

    /** The connection is closed and will not come back: forget it. */
    record Gone() implements Sending {}

    /**
     * It did not arrive, after the attempts that a request has; a 429 is repeated among them.
     *
     * @param reason the kind of failure, for the log
     */
    record Failed(String reason) implements Sending {}
  }

  /** Sends a text; 32 KB at most go in one frame. */
  public Sending send(String connectionId, String text) {
    try {
      client
          .get()
          .postToConnection(
              request -> request.connectionId(connectionId).data(SdkBytes.fromUtf8String(text)));
      return new Sending.Sent();
    } catch (GoneException e) {
      return new Sending.Gone();
    } catch (SdkException e) {
      return new Sending.Failed(e.getClass().getSimpleName());
    }
  }
}
