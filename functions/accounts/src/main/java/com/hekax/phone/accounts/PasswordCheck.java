package com.hekax.phone.accounts;

import java.util.Optional;

/** Asks a person who is signed in for their password once more, before something grave. */
public final class PasswordCheck {

  /** Whether it is the password behind the hash; takes as long without one. */
  public static boolean matches(String password, Optional<String> hash) {
    return Passwords.matches(password, hash);
  }

  private PasswordCheck() {}
}
