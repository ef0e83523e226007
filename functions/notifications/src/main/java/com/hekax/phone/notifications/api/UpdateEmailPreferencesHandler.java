package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.email.EmailPreferences;
import com.hekax.phone.notifications.email.Emails;
import com.hekax.phone.notifications.email.EmailsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Replaces what the member who asks is told of by e-mail. */
@Route(value = "PUT /api/notifications/email/preferences", needs = Permission.SIGNED_IN)
public final class UpdateEmailPreferencesHandler extends ApiHandler {
  private final Emails emails;

  public UpdateEmailPreferencesHandler() {
    this(EmailsWiring.emails());
  }

  UpdateEmailPreferencesHandler(Emails emails) {
    this.emails = emails;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var preferences = new EmailPreferences(request.body(EmailPreferencesBody.class).eventTypes());
    emails.choose(request.member(), preferences);
    return ApiResponse.ok(EmailPreferencesBody.of(preferences));
  }
}
