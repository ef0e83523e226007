package com.hekax.phone.start;

import com.hekax.phone.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Connects Bright Dental to the sandbox's webhook receiver, as its owner would: by the API. The
 * secret is shown once, so at each start the webhook of the start before is replaced by a new one
 * whose secret the receiver is told.
 */
final class DemoWebhook {
  /** Of the sandbox, where Bright Dental's webhooks arrive. */
  static final String RECEIVER = "bright-dental";

  private final URI product;
  private final Sandbox sandbox;

  DemoWebhook(URI product, Sandbox sandbox) {
    this.product = product;
    this.sandbox = sandbox;
  }

  void connect() throws IOException, InterruptedException {
    var url = sandbox.uri() + "/webhook-receiver/" + RECEIVER;
    try (var owner = DemoOwner.signIn(product, DemoData.BRIGHT_DENTAL_OWNER)) {
      for (var webhook : owner.get("/api/webhooks").path("items")) {
        if (webhook.path("url").asText().endsWith("/webhook-receiver/" + RECEIVER)) {
          owner.delete("/api/webhooks/" + webhook.path("id").asText());
        }
      }
      var webhook =
          Map.of("url", url, "eventTypes", List.of("lead.captured", "lead.updated", "call.ended"));
      var created = owner.post("/api/webhooks", webhook);
      sandbox.webhooks().secret(RECEIVER, created.path("secret").asText());
    }
  }
}
