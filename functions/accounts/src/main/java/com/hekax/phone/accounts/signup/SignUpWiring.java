package com.hekax.phone.accounts.signup;

import com.hekax.phone.accounts.passwords.PasswordRules;
import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.platform.Platform;

/** The objects of signing up, made when a handler first asks. */
public final class SignUpWiring {

  public static SignUps signUps() {
    var platform = Platform.current();
    return new SignUps(
        platform.systemDatabase(),
        platform.outbox(),
        platform.linkCodes(),
        PasswordsWiring.attempts(),
        new PasswordRules(),
        platform.clock());
  }

  private SignUpWiring() {}
}
