package com.hekax.phone.sandbox.twilio.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What came of a request to a webhook.
 *
 * @param status the HTTP status of the last attempt; 0 when it was not answered
 * @param contentType in lower case without its parameters; empty when there is none
 * @param failure why this is no answer to go on with
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record WebhookAnswer(
    int status, String contentType, byte[] body, int attempts, Optional<WebhookFailure> failure) {

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
