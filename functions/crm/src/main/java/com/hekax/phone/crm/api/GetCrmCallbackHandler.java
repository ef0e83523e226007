package com.hekax.phone.crm.api;

import com.hekax.phone.crm.Authorizations;
import com.hekax.phone.crm.Authorizations.Ending;
import com.hekax.phone.crm.CrmWiring;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a CRM sends the browser back to. Public, because a browser that follows a redirect shows no
 * session: the state and the cookie say whose it is. Answers with the dashboard's page in any case.
 */
@Route(value = "GET /api/crm/callback", needs = Permission.PUBLIC)
public final class GetCrmCallbackHandler extends ApiHandler {
  private static final String PAGE = "/settings/integrations?";

  private final Authorizations authorizations;

  public GetCrmCallbackHandler() {
    this(CrmWiring.authorizations());
  }

  GetCrmCallbackHandler(Authorizations authorizations) {
    this.authorizations = authorizations;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var ending =
        request
            .query("state")
            .map(
                state ->
                    authorizations.finish(
                        new RandomToken(state),
                        // Both at once is nobody's answer; a refusal counts.
                        request.query("error").isPresent()
                            ? Optional.empty()
                            : request.query("code"),
                        VerifierCookie.presented(request)))
            .orElse(Ending.EXPIRED);
    return seeOther(
        ending == Ending.CONNECTED
            ? PAGE + "connected=hubspot"
            : PAGE + "error=" + ending.name().toLowerCase(Locale.ROOT));
  }

  /** Relative, so that the browser stays where it is. */
  private static ApiResponse seeOther(String page) {
    return new ApiResponse(
            302,
            Map.of("location", page, "cache-control", "no-store", "referrer-policy", "no-referrer"),
            List.of(),
            Optional.empty(),
            false)
        .cookie(VerifierCookie.none());
  }
}
