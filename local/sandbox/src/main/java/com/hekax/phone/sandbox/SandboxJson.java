package com.hekax.phone.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** JSON in and out of the stand-ins. */
public final class SandboxJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** The body of a request; missing when it is no JSON. */
  public static JsonNode read(ServerRequest request) {
    try {
      return MAPPER.readTree(request.content().as(String.class));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Answers with JSON. */
  public static void send(ServerResponse response, int status, Object body) {
    try {
      response
          .status(Status.create(status))
          .header(HeaderNames.CONTENT_TYPE, "application/json")
          .send(MAPPER.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private SandboxJson() {}
}
