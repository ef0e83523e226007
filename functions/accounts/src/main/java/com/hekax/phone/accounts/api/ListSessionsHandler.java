package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.DeviceName;
import com.hekax.phone.accounts.OpenSession;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.Optional;

/** Lists the devices on which the person is signed in, newest first. */
@Route(value = "GET /api/me/sessions", needs = Permission.OWN_ACCOUNT)
public final class ListSessionsHandler extends ApiHandler {
  private final Sessions sessions;

  public ListSessionsHandler() {
    this(AccountsWiring.sessions());
  }

  ListSessionsHandler(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var here = request.member().session();
    var items =
        sessions.of(request.user()).stream().map(session -> SessionItem.of(session, here)).toList();
    return ApiResponse.ok(new Page<>(items, Optional.empty()));
  }

  record SessionItem(
      SessionId id,
      String device,
      Optional<String> address,
      Instant createdAt,
      Instant lastUsedAt,
      boolean current) {
    static SessionItem of(OpenSession session, SessionId here) {
      return new SessionItem(
          session.id(),
          DeviceName.of(session.userAgent()),
          session.address(),
          session.createdAt(),
          session.lastUsedAt(),
          session.id().equals(here));
    }
  }
}
