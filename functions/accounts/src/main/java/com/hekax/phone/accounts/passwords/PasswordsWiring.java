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
        new PasswordRules(),
        platform.clock());
  }

  public static PasswordChanges passwordChanges() {
    var platform = Platform.current();
    return new PasswordChanges(
        platform.systemDatabase(),
        platform.outbox(),
        ownPassword(),
        new PasswordRules(),
        platform.clock());
  }

  public static EmailChanges emailChanges() {
    var platform = Platform.current();
    return new EmailChanges(
        platform.systemDatabase(),
        platform.outbox(),
        platform.linkCodes(),
        ownPassword(),
        attempts(),
        platform.clock());
  }

  public static OwnPassword ownPassword() {
    return new OwnPassword(Platform.current().systemDatabase(), attempts());
  }

  public static People people() {
    return new People(Platform.current().systemDatabase());
  }

  private PasswordsWiring() {}
}
