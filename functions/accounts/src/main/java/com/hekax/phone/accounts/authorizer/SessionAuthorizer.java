package com.hekax.phone.accounts.authorizer;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.platform.http.GatewayAuthorizer;
import com.hekax.phone.platform.tenancy.Member;
import java.util.Optional;

/** Says whose session an access token is of. */
public final class SessionAuthorizer extends GatewayAuthorizer {
  private final AccessTokens accessTokens;

  public SessionAuthorizer() {
    this(AccountsWiring.accessTokens());
  }

  SessionAuthorizer(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  @Override
  protected Optional<Member> holder(String token) {
    return accessTokens.verify(token);
  }
}
