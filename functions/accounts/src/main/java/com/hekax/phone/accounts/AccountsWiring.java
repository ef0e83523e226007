package com.hekax.phone.accounts;

import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.entitlements.Entitlements;
import java.time.InstantSource;

/** The objects of this domain, made when a handler first asks. */
public final class AccountsWiring {
  public static Accounts accounts() {
    return new Accounts(Platform.current().systemDatabase(), Platform.current().clock());
  }

  public static Sessions sessions() {
    return new Sessions(Platform.current().systemDatabase(), Platform.current().clock());
  }

  public static SigningKeys signingKeys() {
    return new SigningKeys(Platform.current().secrets());
  }

  public static AccessTokens accessTokens() {
    return new AccessTokens(
        signingKeys(), Platform.current().env().get("PUBLIC_URL"), Platform.current().clock());
  }

  public static Profiles profiles() {
    return new Profiles(Platform.current().database());
  }

  public static Entitlements entitlements() {
    return Platform.current().entitlements();
  }

  public static InstantSource clock() {
    return Platform.current().clock();
  }

  private AccountsWiring() {}
}
