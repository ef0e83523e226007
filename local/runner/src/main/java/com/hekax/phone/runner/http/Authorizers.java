package com.hekax.phone.runner.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.template.Application.Authorizer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks Lambda authorizers who a caller is, and remembers the answer for as long as the template
 * says. One answer serves every route, because only the identity headers are its key.
 */
final class Authorizers {
  /** What came of asking. */
  sealed interface Answer {
    record Allowed(JsonNode context) implements Answer {}

    record Refused(GatewayResponse response) implements Answer {}
  }

  private record Key(String authorizer, List<String> identity) {}

  private record Remembered(Answer answer, long untilNanos) {}

  private static final System.Logger LOG = System.getLogger(Authorizers.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MOST_REMEMBERED = 10_000;

  private final LambdaService lambda;
  private final GatewayEvents events;
  private final Map<Key, Remembered> remembered = new ConcurrentHashMap<>();

  Authorizers(LambdaService lambda, GatewayEvents events) {
    this.lambda = lambda;
    this.events = events;
  }

  Answer ask(
      Authorizer authorizer, GatewayRequest request, RouteTable.Match match, String requestId) {
    var identity = new ArrayList<String>();
    for (var name : authorizer.identityHeaders()) {
      var value = request.header(name.toLowerCase(Locale.ROOT)).orElse("");
      if (value.isEmpty()) {
        return new Answer.Refused(GatewayResponse.message(401, "Unauthorized"));
      }
      identity.add(value);
    }
    var key = new Key(authorizer.function(), identity);
    var known = remembered.get(key);
    if (known != null && known.untilNanos() - System.nanoTime() > 0) {
      return known.answer();
    }
    return askFunction(authorizer, events.authorizer(request, match, requestId, identity), key);
  }

  private Answer askFunction(Authorizer authorizer, byte[] event, Key key) {
    var result = lambda.invoke(authorizer.function(), event, LIMIT);
    if (result.isEmpty() || !(result.get() instanceof Success(var payload))) {
      return new Answer.Refused(GatewayResponse.internalError());
    }
    JsonNode said;
    try {
      said = JSON.readTree(payload);
    } catch (IOException notJson) {
      said = JSON.missingNode();
    }
    if (!said.path("isAuthorized").isBoolean()) {
      LOG.log(
          System.Logger.Level.ERROR,
          "The authorizer {0} did not answer with isAuthorized: true or false",
          authorizer.function());
      return new Answer.Refused(GatewayResponse.internalError());
    }
    Answer answer =
        said.path("isAuthorized").asBoolean()
            ? new Answer.Allowed(context(said))
            : new Answer.Refused(GatewayResponse.message(403, "Forbidden"));
    remember(key, answer, authorizer.cacheTime());
    return answer;
  }

  private static JsonNode context(JsonNode said) {
    return said.path("context").isObject() ? said.path("context") : JSON.createObjectNode();
  }

  private void remember(Key key, Answer answer, Duration time) {
    if (time.isZero() || key.identity().isEmpty()) {
      return;
    }
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(key, new Remembered(answer, System.nanoTime() + time.toNanos()));
  }
}
