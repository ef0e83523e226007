package com.hekax.phone.accounts.keys;

import com.hekax.phone.platform.Platform;

/** The objects of keys, made when a handler first asks. */
public final class KeysWiring {

  public static ApiKeys apiKeys() {
    var platform = Platform.current();
    return new ApiKeys(platform.database(), platform.entitlements(), platform.clock());
  }

  public static KeyHolders keyHolders() {
    var platform = Platform.current();
    return new KeyHolders(platform.systemDatabase(), platform.clock());
  }

  private KeysWiring() {}
}
