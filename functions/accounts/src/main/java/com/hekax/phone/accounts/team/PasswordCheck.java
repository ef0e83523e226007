package com.hekax.phone.accounts.team;

import com.hekax.phone.contracts.UserId;

/** Asks again for what only the person knows, before something that a session alone may not do. */
@FunctionalInterface
public interface PasswordCheck {

  /** Whether the password is the person's. */
  boolean isOf(UserId user, String password);
}
