package com.hekax.phone.accounts.passwords;

import com.hekax.phone.accounts.attempts.Attempts;
import com.hekax.phone.platform.Platform;

/** The objects of how people sign in, made when a handler first asks. */
public final class PasswordsWiring {

  public static Attempts attempts() {
    var platform = Platform.current();
    return new Attempts(platform.systemDatabase(), platform.clock());
  }

  public static PasswordResets passwordResets() {
    var platform = Platform.current();
    return new PasswordResets(
        platform.systemDatabase(),
        platform.outbox(),
        platform.linkCodes(),
        attempts(),
        platform.clock());
  }

  private PasswordsWiring() {}
}
