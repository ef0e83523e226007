package com.hekax.phone.accounts;

import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.entitlements.Entitlements;
import java.time.InstantSource;

/** The objects of this domain, made when a handler first asks. */
public final class AccountsWiring {
  private static final Platform PLATFORM = Platform.current();

  public static Accounts accounts() {
    return new Accounts(PLATFORM.systemDatabase(), PLATFORM.clock());
  }

  public static Sessions sessions() {
    return new Sessions(PLATFORM.systemDatabase(), PLATFORM.clock());
  }

  public static SigningKeys signingKeys() {
    return new SigningKeys(PLATFORM.secrets());
  }

  public static AccessTokens accessTokens() {
    return new AccessTokens(signingKeys(), PLATFORM.env().get("PUBLIC_URL"), PLATFORM.clock());
  }

  public static Profiles profiles() {
    return new Profiles(PLATFORM.database());
  }

  public static Entitlements entitlements() {
    return PLATFORM.entitlements();
  }

  public static InstantSource clock() {
    return PLATFORM.clock();
  }

  private AccountsWiring() {}
}
