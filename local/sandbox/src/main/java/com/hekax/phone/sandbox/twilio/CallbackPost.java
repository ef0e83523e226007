package com.hekax.phone.sandbox.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Posts callbacks of one account to one address. */
final class CallbackPost {
  /** Twilio hangs up on a webhook that takes longer. */
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static final String TOKEN_OF_NOBODY = "not-the-token-of-this-account";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final TwilioAccount account;
  private final URI address;

  CallbackPost(TwilioAccount account, URI address) {
    this.account = account;
    this.address = address;
  }

  /**
   * What was posted and what came back.
   *
   * @param answer the HTTP status; empty when there was none
   * @param error why there was none
   */
  record Posted(
      int sequence, String status, Instant at, Optional<Integer> answer, Optional<String> error) {}

  Posted send(StatusCallback callback, Signing signing) throws InterruptedException {
    try {
      var response = client.send(request(callback, signing), BodyHandlers.discarding());
      return posted(callback, Optional.of(response.statusCode()), Optional.empty());
    } catch (IOException e) {
      return posted(callback, Optional.empty(), Optional.of(e.toString()));
    }
  }

  private HttpRequest request(StatusCallback callback, Signing signing) {
    var form = callback.form(account.accountSid());
    var request =
        HttpRequest.newBuilder(address)
            .timeout(LIMIT)
            .header("content-type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("user-agent", "TwilioProxy/1.1")
            .header("i-twilio-idempotency-token", idempotencyToken(callback))
            .POST(BodyPublishers.ofString(encoded(form)));
    switch (signing) {
      case GENUINE ->
          request.header(
              "x-twilio-signature", RequestSignature.of(account.authToken(), address, form));
      case FORGED ->
          request.header("x-twilio-signature", RequestSignature.of(TOKEN_OF_NOBODY, address, form));
      case MISSING -> {}
    }
    return request.build();
  }

  /** The same each time that the same callback is posted. */
  private static String idempotencyToken(StatusCallback callback) {
    var name = callback.call().callSid() + callback.sequence();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Posted posted(
      StatusCallback callback, Optional<Integer> answer, Optional<String> error) {
    return new Posted(callback.sequence(), callback.status(), callback.at(), answer, error);
  }
}
