package com.hekax.phone.sandbox.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.FaultFilter;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.console.Html;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/**
 * Takes e-mail as Resend does ({@code POST /resend/emails}; OpenAPI 1.5.0 of 2026-08-21) and shows
 * it at {@code /mailbox}. A repeated idempotency key gets the first answer and no second message.
 */
public final class Mailbox implements HttpService {
  private final ConcurrentLinkedDeque<Message> messages = new ConcurrentLinkedDeque<>();
  private final Map<String, String> idsByKey = new ConcurrentHashMap<>();
  private final Faults faults;
  private final InstantSource clock;

  public Mailbox(Faults faults, InstantSource clock) {
    this.faults = faults;
    this.clock = clock;
  }

  /** One e-mail that was sent. */
  public record Message(
      Instant at, String id, String from, List<String> to, String subject, String text) {}

  @Override
  public void routing(HttpRules rules) {
    rules.post("/emails", FaultFilter.of(faults, "mailbox", this::send));
  }

  /** The page that shows the mail. */
  public HttpService page() {
    return rules ->
        rules.get(
            "/",
            (request, response) -> {
              if (request.headers().first(HeaderNames.ACCEPT).orElse("").contains("json")) {
                SandboxJson.send(response, 200, messages());
              } else {
                Html.send(response, "Mailbox", table());
              }
            });
  }

  /** The mail, newest first. */
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  private void send(ServerRequest request, ServerResponse response) {
    if (!request.headers().first(HeaderNames.AUTHORIZATION).orElse("").startsWith("Bearer ")) {
      refuse(response, 401, "missing_api_key", "Missing API key in the authorization header");
      return;
    }
    var body = SandboxJson.read(request);
    for (var field : List.of("from", "to", "subject")) {
      if (body.path(field).isMissingNode()) {
        refuse(response, 422, "missing_required_field", "Missing `" + field + "` field.");
        return;
      }
    }
    if (body.path("text").isMissingNode() && body.path("html").isMissingNode()) {
      refuse(response, 422, "validation_error", "Missing `html` or `text` field.");
      return;
    }
    var id = UUID.randomUUID().toString();
    var key = request.headers().first(HeaderNames.create("idempotency-key")).orElse(id);
    var first = idsByKey.putIfAbsent(key, id);
    if (first == null) {
      messages.addFirst(message(id, body));
    }
    SandboxJson.send(response, 200, Map.of("id", first == null ? id : first));
  }

  private Message message(String id, JsonNode body) {
    var to = new ArrayList<String>();
    if (body.path("to").isArray()) {
      body.path("to").forEach(address -> to.add(address.asText()));
    } else {
      to.add(body.path("to").asText());
    }
    return new Message(
        clock.instant(),
        id,
        body.path("from").asText(),
        List.copyOf(to),
        body.path("subject").asText(),
        body.path("text").asText(body.path("html").asText()));
  }

  private String table() {
    var rows =
        messages.stream()
            .map(
                one ->
                    Html.row(
                        one.at().toString(),
                        String.join(", ", one.to()),
                        one.subject(),
                        one.text()))
            .collect(Collectors.joining());
    return "<table><tr><th>At<th>To<th>Subject<th>Text</tr>" + rows + "</table>";
  }

  private static void refuse(ServerResponse response, int status, String name, String message) {
    SandboxJson.send(
        response, status, Map.of("statusCode", status, "name", name, "message", message));
  }
}
