package com.hekax.phone.runner.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.platform.Env;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

/** Lets clients with the ticket "good" in, and sends each message back with its route before it. */
public final class Socket implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final String endpoint = Env.current().get("LIVE_API_ENDPOINT");

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = JSON.readTree(input);
    var type = event.path("requestContext").path("eventType").asText();
    if (type.equals("CONNECT")) {
      var good =
          event.path("queryStringParameters").path("ticket").asText().equals("good")
              && event.path("headers").has("x-hekax-origin");
      output.write(
          "{\"statusCode\":%d}".formatted(good ? 200 : 401).getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (type.equals("MESSAGE")) {
      echo(event);
    }
    output.write("{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8));
  }

  private void echo(JsonNode event) {
    var request = event.path("requestContext");
    try (var http = UrlConnectionHttpClient.create();
        var client =
            ApiGatewayManagementApiClient.builder()
                .endpointOverride(URI.create(endpoint))
                .httpClient(http)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
      var text = request.path("routeKey").asText() + ":" + event.path("body").asText();
      client.postToConnection(
          post ->
              post.connectionId(request.path("connectionId").asText())
                  .data(SdkBytes.fromUtf8String(text)));
    }
  }
}
