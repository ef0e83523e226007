package com.hekax.phone.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.hekax.phone.platform.problems.FieldError;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One route of the API document: what a request must look like, and what answers look like. */
public final class Operation {
  /** Far above any body of ours, far below what Lambda takes. */
  static final int MAX_BODY_BYTES = 256 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, Schema> bodies = new HashMap<>();
  private final ApiDocument.Node operation;

  Operation(ApiDocument.Node pathItem, ApiDocument.Node operation) {
    this.operation = operation;
    readParameters(pathItem.child("parameters"));
    readParameters(operation.child("parameters"));
    var content = operation.child("requestBody").child("content");
    content
        .value()
        .fieldNames()
        .forEachRemaining(
            type ->
                bodies.put(type, content.document().schema(content.child(type).child("schema"))));
  }

  /** Refuses, naming the field, what the document does not allow. */
  void check(ApiRequest request) {
    var errors = new ArrayList<FieldError>();
    checkQueryNames(request, errors);
    for (var parameter : parameters) {
      parameter.check(request, errors);
    }
    if (request.bodyBytes().length > MAX_BODY_BYTES) {
      throw ProblemType.TOO_LARGE.because("A body may have %d bytes at most.", MAX_BODY_BYTES);
    }
    if (bodies.isEmpty()) {
      checkNoBody(request, errors);
    } else {
      checkBody(request, errors);
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  /**
   * What is wrong with an answer of this route, for tests: an undocumented status, or a body that
   * is not of the documented form.
   */
  public List<String> faultsIn(int status, JsonNode body) {
    var responses = operation.child("responses");
    var named = responses.child(Integer.toString(status));
    var response = named.exists() ? named : responses.child("default");
    if (!response.exists()) {
      return List.of("status " + status + " is not documented");
    }
    var content = response.child("content");
    if (!content.exists()) {
      return body.isMissingNode() ? List.of() : List.of("a body, where none is documented");
    }
    var type = content.value().fieldNames().next();
    var schema = content.document().schema(content.child(type).child("schema"));
    return schema.validate(body).stream()
        .map(error -> field(error) + ": " + error.getMessage())
        .toList();
  }

  private void readParameters(ApiDocument.Node list) {
    for (int i = 0; i < list.value().size(); i++) {
      parameters.add(Parameter.of(list.child(i)));
    }
  }

  private void checkQueryNames(ApiRequest request, List<FieldError> errors) {
    for (var name : request.queryParameters().keySet()) {
      if (parameters.stream().noneMatch(p -> p.in().equals("query") && p.name().equals(name))) {
        errors.add(new FieldError(name, "is not a parameter of this route"));
      }
    }
  }

  /** A client that always writes JSON sends an empty object where nothing is asked for. */
  private static void checkNoBody(ApiRequest request, List<FieldError> errors) {
    var body = new String(request.bodyBytes(), StandardCharsets.UTF_8).strip();
    if (!body.isEmpty() && !body.equals("{}")) {
      errors.add(new FieldError("body", "is not part of this route"));
    }
  }

  private void checkBody(ApiRequest request, List<FieldError> errors) {
    var type = mediaType(request);
    var schema = bodies.get(type);
    if (schema == null) {
      throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
          "Send the body as %s.", String.join(" or ", bodies.keySet()));
    }
    var body = type.equals(FORM) ? request.formAsJson() : request.json();
    if (hasEndlessNumber(body)) {
      throw Problem.invalid("body", "holds a number that is too large to be one");
    }
    for (var error : schema.validate(body)) {
      errors.add(new FieldError(field(error), error.getMessage()));
    }
    StorableText.check(body, errors);
  }

  /** Like 1e999, which JSON can write and the comparison with an enum cannot bear. */
  private static boolean hasEndlessNumber(JsonNode node) {
    return (node.isDouble() && Double.isInfinite(node.doubleValue()))
        || node.valueStream().anyMatch(Operation::hasEndlessNumber);
  }

  private static String mediaType(ApiRequest request) {
    var header = request.header("content-type").orElse("");
    int semicolon = header.indexOf(';');
    return (semicolon < 0 ? header : header.substring(0, semicolon))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** The path of what was wrong, as {@code a.b[0]}; for the whole body {@code body}. */
  private static String field(Error error) {
    var path = new StringBuilder();
    var location = error.getInstanceLocation();
    for (int i = 0; i < location.getNameCount(); i++) {
      switch (location.getElement(i)) {
        case Integer index -> path.append('[').append(index).append(']');
        case Object name -> path.append(path.isEmpty() ? "" : ".").append(name);
      }
    }
    if (error.getProperty() != null) {
      path.append(path.isEmpty() ? "" : ".").append(error.getProperty());
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private record Parameter(
      String name, String in, boolean required, boolean isInteger, Schema schema) {

    static Parameter of(ApiDocument.Node node) {
      var schema = node.child("schema");
      return new Parameter(
          node.value().path("name").asText(),
          node.value().path("in").asText(),
          node.value().path("required").asBoolean(),
          schema.value().path("type").asText().equals("integer"),
          node.document().schema(schema));
    }

    void check(ApiRequest request, List<FieldError> errors) {
      var text =
          switch (in) {
            case "query" -> request.query(name);
            case "path" -> Optional.ofNullable(request.pathParameters().get(name));
            case "header" -> request.header(name);
            default -> throw new IllegalStateException("Parameters in " + in + " are not used");
          };
      if (text.isEmpty()) {
        if (required) {
          errors.add(new FieldError(name, "is missing"));
        }
        return;
      }
      var found = new ArrayList<FieldError>();
      for (var error : schema.validate(value(text.get()))) {
        found.add(new FieldError(name, error.getMessage()));
      }
      StorableText.check(name, text.get(), found);
      if (in.equals("path") && !found.isEmpty()) {
        // An id that cannot be one names nothing.
        throw ProblemType.NOT_FOUND.because("There is nothing at this address.");
      }
      errors.addAll(found);
    }

    private JsonNode value(String text) {
      if (isInteger && text.matches("-?[0-9]{1,18}")) {
        return LongNode.valueOf(Long.parseLong(text));
      }
      return TextNode.valueOf(text);
    }
  }
}
