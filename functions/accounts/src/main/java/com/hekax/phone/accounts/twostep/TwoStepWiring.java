package com.hekax.phone.accounts.twostep;

import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.platform.Platform;

/** The objects of the second step, made when a handler first asks. */
public final class TwoStepWiring {

  public static TwoSteps twoSteps() {
    var platform = Platform.current();
    return new TwoSteps(
        platform.systemDatabase(),
        platform.envelope(),
        PasswordsWiring.ownPassword(),
        platform.outbox(),
        platform.clock());
  }

  private TwoStepWiring() {}
}
