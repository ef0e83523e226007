package com.hekax.phone.accounts.authorizer;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.accounts.keys.KeyHolders;
import com.hekax.phone.accounts.keys.KeyText;
import com.hekax.phone.accounts.keys.KeysWiring;
import com.hekax.phone.platform.http.GatewayAuthorizer;
import com.hekax.phone.platform.tenancy.Principal;
import java.util.Optional;

/**
 * Says whose session an access token is of, with the role that the person has now, and whose key an
 * API key is. A session or key that ends, and a member who is removed, are seen when the gateway
 * asks again: within a minute.
 */
public final class SessionAuthorizer extends GatewayAuthorizer {
  private final AccessTokens accessTokens;

  private final Sessions sessions;
  private final KeyHolders keyHolders;

  public SessionAuthorizer() {
    this(AccountsWiring.accessTokens(), AccountsWiring.sessions(), KeysWiring.keyHolders());
  }

  SessionAuthorizer(AccessTokens accessTokens, Sessions sessions, KeyHolders keyHolders) {
    this.accessTokens = accessTokens;
    this.sessions = sessions;
    this.keyHolders = keyHolders;
  }

  @Override
  protected Optional<? extends Principal> holder(String token) {
    if (KeyText.isMeantBy(token)) {
      return keyHolders.find(new KeyText(token));
    }
    return accessTokens.verify(token).flatMap(sessions::current);
  }
}
