package com.hekax.phone.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.ApiKeyHolder;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Principal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request to a route. When a handler sees it, it has been checked against the API document. */
public final class ApiRequest {
  private final GatewayEvent event;
  private final Optional<Principal> principal;
  private byte @Nullable [] body;
  private @Nullable JsonNode json;

  ApiRequest(GatewayEvent event, Optional<Principal> principal) {
    this.event = event;
    this.principal = principal;
  }

  /** Who is asking; a public route has nobody. */
  public Principal principal() {
    return principal.orElseThrow(
        () -> ProblemType.UNAUTHENTICATED.because("Send an access token as a bearer token."));
  }

  Optional<Principal> principalIfAny() {
    return principal;
  }

  /** The organization of the verified token. */
  public OrganizationId organization() {
    return principal().organization();
  }

  /** The person who is asking, on a route that only people may use. */
  public Member member() {
    return switch (principal()) {
      case Member member -> member;
      case ApiKeyHolder _ ->
          throw ProblemType.FORBIDDEN.because("A person has to do this: no key may.");
      case OngoingCall _ -> throw new IllegalStateException("The route is for calls, not people");
    };
  }

  public UserId user() {
    return member().user();
  }

  /** The call that is asking, on a route that needs {@link Permission#CALL}. */
  public CallId call() {
    return switch (principal()) {
      case OngoingCall ongoing -> ongoing.call();
      case Member _, ApiKeyHolder _ ->
          throw new IllegalStateException("The route is for people and keys, not calls");
    };
  }

  public boolean may(Permission permission) {
    return principal().may(permission);
  }

  /** A part of the path; one that does not parse names nothing that exists. */
  public <T> T path(String name, Function<String, T> parser) {
    var text = orEmpty(event.pathParameters()).get(name);
    if (text == null) {
      throw new IllegalStateException("The route has no path parameter " + name);
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw ProblemType.NOT_FOUND.because("There is nothing at this address.");
    }
  }

  /** A query parameter, parsed. */
  public <T> Optional<T> query(String name, Function<String, T> parser) {
    return query(name)
        .map(
            text -> {
              try {
                return parser.apply(text);
              } catch (RuntimeException e) {
                throw Problem.invalid(name, "is not of the documented form");
              }
            });
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(orEmpty(event.queryStringParameters()).get(name));
  }

  /** The page that is asked for. */
  public PageRequest page() {
    return new PageRequest(
        query("limit", Integer::parseInt).orElse(PageRequest.DEFAULT_LIMIT),
        query("cursor", Cursor::decode));
  }

  /** A header; names are not case sensitive. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(
        orEmpty(event.headers()).get(name.toLowerCase(java.util.Locale.ROOT)));
  }

  public Optional<String> cookie(String name) {
    List<String> cookies = event.cookies() == null ? List.of() : event.cookies();
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }

  /** The JSON body as a record; its fields were checked against the API document. */
  public <T> T body(Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(json(), type);
    } catch (JsonProcessingException e) {
      throw unfit(e);
    }
  }

  /** The body as a JSON merge patch over {@code current}, and the result as the same record. */
  public <T extends Record> T patched(T current, Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(Json.merge(Json.MAPPER.valueToTree(current), json()), type);
    } catch (JsonProcessingException e) {
      throw unfit(e);
    }
  }

  /** The fields of a form post, decoded; of a repeated field the first. */
  public Map<String, String> form() {
    var fields = new LinkedHashMap<String, String>();
    var text = new String(bodyBytes(), StandardCharsets.UTF_8);
    Arrays.stream(text.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .forEach(
            pair -> {
              int equals = pair.indexOf('=');
              var name = equals < 0 ? pair : pair.substring(0, equals);
              var value = equals < 0 ? "" : pair.substring(equals + 1);
              fields.putIfAbsent(decoded(name), decoded(value));
            });
    return fields;
  }

  /** The body as it came. */
  public byte[] bodyBytes() {
    var bytes = body;
    if (bytes == null) {
      var text = Objects.requireNonNullElse(event.body(), "");
      bytes =
          event.isBase64Encoded()
              ? Base64.getDecoder().decode(text)
              : text.getBytes(StandardCharsets.UTF_8);
      body = bytes;
    }
    return bytes;
  }

  public String method() {
    return event.requestContext().http().method();
  }

  /** Path and query exactly as the client sent them: what a signature is made over. */
  public String rawPathAndQuery() {
    var query = event.rawQueryString();
    return query == null || query.isEmpty() ? event.rawPath() : event.rawPath() + "?" + query;
  }

  public String requestId() {
    return event.requestContext().requestId();
  }

  /**
   * The address of the person or machine that asks, as our edge saw it; see {@link ViewerAddress}.
   */
  public String address() {
    return ViewerAddress.of(header("x-forwarded-for"), event.requestContext().http().sourceIp());
  }

  public Optional<String> userAgent() {
    return Optional.ofNullable(event.requestContext().http().userAgent());
  }

  Map<String, String> queryParameters() {
    return orEmpty(event.queryStringParameters());
  }

  Map<String, String> pathParameters() {
    return orEmpty(event.pathParameters());
  }

  JsonNode json() {
    var read = json;
    if (read == null) {
      try {
        read = Json.MAPPER.readTree(bodyBytes());
      } catch (java.io.IOException e) {
        throw Problem.invalid("body", "is not JSON");
      }
      json = read;
    }
    return read;
  }

  /** The form as a JSON object of texts, for the check against the document. */
  ObjectNode formAsJson() {
    var object = Json.MAPPER.createObjectNode();
    form().forEach(object::put);
    return object;
  }

  private static Problem unfit(JsonProcessingException e) {
    // The document let it through and the record did not: a gap between the two, told without
    // internals.
    var field =
        e instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
                && !mapping.getPath().isEmpty()
            ? String.valueOf(mapping.getPath().getLast().getFieldName())
            : "body";
    return Problem.invalid(field, "is not of the documented form");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("body", "is not a form: a percent sign without two hex digits");
    }
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
