package com.hekax.phone.sandbox.webhooks;

import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.FaultFilter;
import com.hekax.phone.sandbox.console.Faults;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Somebody's server that takes our webhooks: {@code POST /webhook-receiver/{name}} is answered 204
 * and remembered with a verdict on its signature, {@code GET} shows what came, and {@code PUT
 * /webhook-receiver/{name}/secret} tells it the secret to check with. A fault of {@code
 * webhook-receiver} fails instead of remembering, one of {@code webhook-receiver-late} after it.
 */
public final class WebhookReceiver implements HttpService {
  private static final String FAULTS = "webhook-receiver";
  private static final int REMEMBERED = 500;

  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final ConcurrentLinkedDeque<Received> received = new ConcurrentLinkedDeque<>();
  private final Faults faults;
  private final InstantSource clock;

  public WebhookReceiver(Faults faults, InstantSource clock) {
    this.faults = faults;
    this.clock = clock;
  }

  /** What a receiver that checks would say. */
  public enum Verdict {
    VALID,
    INVALID,
    /** The receiver does not know a secret. */
    UNCHECKED
  }

  /** One request that came. */
  public record Received(
      Instant at, String receiver, String webhookId, Verdict signature, String body) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/{name}", FaultFilter.of(faults, FAULTS, this::receive))
        .get(
            "/{name}",
            (request, response) ->
                SandboxJson.send(response, 200, by(FaultFilter.path(request, "name"))))
        .put("/{name}/secret", this::learnSecret);
  }

  /** The secret that a receiver checks with from now on. */
  public void secret(String receiver, String secret) {
    secrets.put(receiver, secret);
  }

  /** What came, newest first. */
  public List<Received> all() {
    return List.copyOf(received);
  }

  /** What came to one receiver, newest first. */
  public List<Received> by(String receiver) {
    return received.stream().filter(one -> one.receiver().equals(receiver)).toList();
  }

  private void receive(ServerRequest request, ServerResponse response) throws InterruptedException {
    var name = FaultFilter.path(request, "name");
    var body = request.content().as(String.class);
    var id = header(request, "webhook-id");
    var verdict =
        Optional.ofNullable(secrets.get(name))
            .map(
                secret ->
                    StandardSignature.isValid(
                        secret,
                        id,
                        header(request, "webhook-timestamp"),
                        body,
                        header(request, "webhook-signature"),
                        clock.instant()))
            .map(valid -> valid ? Verdict.VALID : Verdict.INVALID)
            .orElse(Verdict.UNCHECKED);
    received.addFirst(new Received(clock.instant(), name, id, verdict, body));
    while (received.size() > REMEMBERED) {
      received.removeLast();
    }
    if (FaultFilter.failed(faults, FAULTS + "-late", response)) {
      return;
    }
    response
        .status(verdict == Verdict.INVALID ? Status.UNAUTHORIZED_401 : Status.NO_CONTENT_204)
        .send();
  }

  private void learnSecret(ServerRequest request, ServerResponse response) {
    secret(FaultFilter.path(request, "name"), SandboxJson.read(request).path("secret").asText());
    response.status(Status.NO_CONTENT_204).send();
  }

  private static String header(ServerRequest request, String name) {
    return request.headers().first(HeaderNames.create(name)).orElse("");
  }
}
