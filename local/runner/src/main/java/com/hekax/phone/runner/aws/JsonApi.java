package com.hekax.phone.runner.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** A service that speaks AWS JSON 1.1: the operation is named in a header. */
public final class JsonApi implements AwsApi {
  /** One operation: a JSON object in, a JSON object out. */
  public interface Operation {
    JsonNode answer(JsonNode request);
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  private final String prefix;
  private final Map<String, Operation> operations;

  /**
   * A service of several operations.
   *
   * @param prefix what stands before the operation in X-Amz-Target, for example AWSEvents
   */
  public JsonApi(String prefix, Map<String, Operation> operations) {
    this.prefix = prefix + ".";
    this.operations = Map.copyOf(operations);
  }

  @Override
  public boolean accepts(AwsRequest request) {
    return request.header("x-amz-target").orElse("").startsWith(prefix);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    if (!request.header("content-type").orElse("").startsWith(CONTENT_TYPE)) {
      throw new AwsException(415, "UnsupportedMediaType", "This endpoint speaks " + CONTENT_TYPE);
    }
    var name = request.header("x-amz-target").orElse("").substring(prefix.length());
    var operation = operations.get(name);
    if (operation == null) {
      throw new AwsException(
          400, "UnknownOperationException", "The local " + prefix + name + " does not exist");
    }
    try {
      var answer = operation.answer(JSON.readTree(request.body()));
      return new AwsResponse(
          200, Map.of("content-type", CONTENT_TYPE), JSON.writeValueAsBytes(answer));
    } catch (IOException notJson) {
      throw new AwsException(400, "SerializationException", "The request is not JSON");
    }
  }
}
