package com.hekax.phone.accounts.authorizer;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.platform.http.GatewayAuthorizer;
import com.hekax.phone.platform.tenancy.Member;
import java.util.Optional;

/**
 * Says whose session an access token is of, with the role that the person has now. A session that
 * ends, and a member who is removed, are seen when the gateway asks again: within a minute.
 */
public final class SessionAuthorizer extends GatewayAuthorizer {
  private final AccessTokens accessTokens;

  private final Sessions sessions;

  public SessionAuthorizer() {
    this(AccountsWiring.accessTokens(), AccountsWiring.sessions());
  }

  SessionAuthorizer(AccessTokens accessTokens, Sessions sessions) {
    this.accessTokens = accessTokens;
    this.sessions = sessions;
  }

  @Override
  protected Optional<Member> holder(String token) {
    return accessTokens.verify(token).flatMap(sessions::current);
  }
}
