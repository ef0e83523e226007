package com.hekax.phone.accounts.closing;

import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.platform.Platform;

/** The objects of the end of organizations, made when a handler first asks. */
public final class ClosingWiring {

  public static Closings closings() {
    var platform = Platform.current();
    return new Closings(
        platform.database(), platform.outbox(), PasswordsWiring.ownPassword(), platform.clock());
  }

  public static Erasures erasures() {
    var platform = Platform.current();
    return new Erasures(platform.systemDatabase(), platform.outbox(), platform.clock());
  }

  private ClosingWiring() {}
}
