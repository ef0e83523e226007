package com.hekax.phone.sandbox.twilio.webhook;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One thing to tell or to ask the product.
 *
 * @param address as it was configured, fragment included
 * @param method {@code POST} for a form, {@code GET} for a query
 * @param form every field, those without a value included
 * @param idempotencyToken the same each time that this is repeated
 */
public record WebhookRequest(
    URI address, String method, SortedMap<String, String> form, String idempotencyToken) {

  /** One that nothing repeats but its own retries. */
  public static WebhookRequest of(URI address, String method, SortedMap<String, String> form) {
    return new WebhookRequest(address, method, form, UUID.randomUUID().toString());
  }

  /** Where it goes: without the fragment, and of a GET with the form in the query. */
  URI target() {
    var text = address.toString();
    int fragment = text.indexOf('#');
    var base = fragment < 0 ? text : text.substring(0, fragment);
    if (method.equals("POST")) {
      return URI.create(base);
    }
    return URI.create(base + (address.getRawQuery() == null ? "?" : "&") + encoded());
  }

  /** The form as its content type wants it. */
  String encoded() {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
