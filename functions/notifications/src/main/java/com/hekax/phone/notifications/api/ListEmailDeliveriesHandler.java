package com.hekax.phone.notifications.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hekax.phone.notifications.email.Emails;
import com.hekax.phone.notifications.email.EmailsWiring;
import com.hekax.phone.notifications.email.MemberName;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lists what was sent to the organization's members and what came back, newest first. */
@Route(value = "GET /api/notifications/email/deliveries", needs = Permission.NOTIFICATIONS_MANAGE)
public final class ListEmailDeliveriesHandler extends ApiHandler {
  private final Emails emails;

  public ListEmailDeliveriesHandler() {
    this(EmailsWiring.emails());
  }

  ListEmailDeliveriesHandler(Emails emails) {
    this.emails = emails;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var page = emails.deliveries(request.organization(), request.page());
    return ApiResponse.ok(page.map(EmailDeliveryBody::of));
  }

  record EmailDeliveryBody(@JsonUnwrapped DeliveryBody delivery, Optional<MemberName> to) {

    static EmailDeliveryBody of(Emails.Sent sent) {
      return new EmailDeliveryBody(
          DeliveryBody.of(sent.story(), UnaryOperator.identity()), sent.to());
    }
  }
}
