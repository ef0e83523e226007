package com.hekax.phone.notifications.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hekax.phone.notifications.webhooks.WebhookEventType;
import com.hekax.phone.notifications.webhooks.Webhooks;
import com.hekax.phone.notifications.webhooks.WebhooksWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.List;

/** Adds a webhook; its secret is shown in this answer and never again. */
@Route(value = "POST /api/webhooks", needs = Permission.WEBHOOKS_MANAGE)
public final class CreateWebhookHandler extends ApiHandler {
  private final Webhooks webhooks;

  public CreateWebhookHandler() {
    this(WebhooksWiring.webhooks());
  }

  CreateWebhookHandler(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var wanted = request.body(NewWebhook.class);
    var created = webhooks.create(request.organization(), wanted.url(), wanted.eventTypes());
    return ApiResponse.created(
            "/api/webhooks/" + created.webhook().id(),
            new CreatedBody(WebhookBody.of(created.webhook()), created.secret()))
        .asShownOnce();
  }

  record NewWebhook(String url, List<WebhookEventType> eventTypes) {}

  record CreatedBody(@JsonUnwrapped WebhookBody webhook, String secret) {}
}
