package com.hekax.phone.start;

import com.hekax.phone.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Connects Bright Dental to the sandbox's webhook receiver, as its owner would: by the API. The
 * secret is shown once, so at each start the webhook of the start before is replaced by a new one
 * whose secret the receiver is told.
 */
public final class DemoWebhook {
  /** Of the sandbox, where Bright Dental's webhooks arrive. */
  public static final String RECEIVER = "bright-dental";

  private final DemoOwner owner;
  private final Sandbox sandbox;

  /** By the owner of Bright Dental. */
  DemoWebhook(DemoOwner owner, Sandbox sandbox) {
    this.owner = owner;
    this.sandbox = sandbox;
  }

  void connect() throws IOException, InterruptedException {
    for (var webhook : owner.get("/api/webhooks").path("items")) {
      if (webhook.path("url").asText().endsWith("/webhook-receiver/" + RECEIVER)) {
        owner.delete("/api/webhooks/" + webhook.path("id").asText());
      }
    }
    var created =
        owner.post(
            "/api/webhooks",
            Map.of(
                "url",
                sandbox.uri() + "/webhook-receiver/" + RECEIVER,
                "eventTypes",
                List.of(
                    "lead.captured",
                    "lead.updated",
                    "message.taken",
                    "voicemail.left",
                    "call.ended")));
    sandbox.webhooks().secret(RECEIVER, created.path("secret").asText());
  }
}
