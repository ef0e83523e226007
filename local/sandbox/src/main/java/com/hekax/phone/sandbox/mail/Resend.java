package com.hekax.phone.sandbox.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.console.Faults.Fault;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Resend at {@code /resend}: {@code POST /emails} puts an e-mail into the {@link Mailbox}. Keys
 * that begin with {@code re_} are its own, and domains that end in {@code .invalid} are not
 * verified.
 *
 * <p>A fault of {@code resend} fails instead of sending, one of {@code resend-late} after it; a 401
 * or 403 is of the key, a 429 of the rate, {@code resend-quota} of the day's number, and {@code
 * resend-domain} says that the sender's domain is not verified.
 */
public final class Resend implements HttpService {
  private final Mailbox mailbox;
  private final Faults faults;
  private final InstantSource clock;
  private final SendRate rate;
  private final IdempotencyKeys keys;

  public Resend(Mailbox mailbox, Faults faults, InstantSource clock) {
    this.mailbox = mailbox;
    this.faults = faults;
    this.clock = clock;
    this.rate = new SendRate(clock);
    this.keys = new IdempotencyKeys(clock);
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/emails", this::send);
  }

  /** How many requests it takes in a second. */
  public void requestsPerSecond(int most) {
    rate.most(most);
  }

  private void send(ServerRequest request, ServerResponse response) throws InterruptedException {
    if (request.headers().first(HeaderNames.USER_AGENT).isEmpty()) {
      // The network before Resend answers so, in its own words.
      response.status(Status.FORBIDDEN_403).send("error code: 1010");
      return;
    }
    try {
      checkKey(request.headers().first(HeaderNames.AUTHORIZATION).orElse(""));
      rate.count(response);
      var key = request.headers().first(HeaderNames.create("idempotency-key"));
      var id = sendOnce(key, SandboxJson.read(request), response);
      failAsPlanned("resend-late", response);
      SandboxJson.send(response, 200, Map.of("id", id));
    } catch (ResendError refused) {
      refused.send(response);
    }
  }

  private static void checkKey(String authorization) {
    if (!authorization.startsWith("Bearer ")) {
      throw ResendError.of(401, "missing_api_key", "Missing API key in the authorization header.");
    }
    if (!authorization.startsWith("Bearer re_")) {
      throw ResendError.of(403, "invalid_api_key", "API key is invalid");
    }
  }

  private String sendOnce(Optional<String> key, JsonNode body, ServerResponse response)
      throws InterruptedException {
    var sent = key.flatMap(given -> keys.begin(given, body));
    if (sent.isPresent()) {
      return sent.get();
    }
    var id = UUID.randomUUID().toString();
    boolean isSent = false;
    try {
      failAsPlanned("resend", response);
      refuseAsPlanned();
      mailbox.add(new Draft(body).message(clock.instant(), id, key));
      key.ifPresent(given -> keys.end(given, id));
      isSent = true;
    } finally {
      if (!isSent) {
        key.ifPresent(keys::free);
      }
    }
    return id;
  }

  private void failAsPlanned(String target, ServerResponse response) throws InterruptedException {
    var planned = faults.now(target);
    if (planned.isPresent()) {
      Thread.sleep(planned.get().delay());
      fail(planned.get(), response);
    }
  }

  private void refuseAsPlanned() {
    if (faults.now("resend-quota").isPresent()) {
      throw ResendError.of(
          429, "daily_quota_exceeded", "You have reached your daily email sending quota.");
    }
    if (faults.now("resend-domain").isPresent()) {
      throw Draft.unverified("mail@example.com");
    }
  }

  private static void fail(Fault fault, ServerResponse response) {
    fault
        .retryAfter()
        .ifPresent(seconds -> response.header(HeaderNames.RETRY_AFTER, seconds.toString()));
    switch (fault.status()) {
      case 0 -> {}
      case 401 ->
          throw ResendError.of(
              401, "restricted_api_key", "This API key is restricted to only send emails.");
      case 403 -> throw ResendError.of(403, "invalid_api_key", "API key is invalid");
      case 429 -> throw ResendError.of(429, "rate_limit_exceeded", "Too many requests.");
      case 422 -> throw ResendError.invalid("Invalid `to` field.");
      default ->
          throw ResendError.of(
              fault.status(), "internal_server_error", "An unexpected error occurred.");
    }
  }
}
