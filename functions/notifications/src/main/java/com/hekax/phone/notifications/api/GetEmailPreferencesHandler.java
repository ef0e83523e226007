package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.email.Emails;
import com.hekax.phone.notifications.email.EmailsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** What the member who asks is told of by e-mail. */
@Route(value = "GET /api/notifications/email/preferences", needs = Permission.SIGNED_IN)
public final class GetEmailPreferencesHandler extends ApiHandler {
  private final Emails emails;

  public GetEmailPreferencesHandler() {
    this(EmailsWiring.emails());
  }

  GetEmailPreferencesHandler(Emails emails) {
    this.emails = emails;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return ApiResponse.ok(EmailPreferencesBody.of(emails.preferences(request.member())));
  }
}
