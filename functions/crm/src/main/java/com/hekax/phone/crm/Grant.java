package com.hekax.phone.crm;

import java.time.Duration;
import java.util.Set;

/** What came of asking a CRM for tokens. */
public sealed interface Grant {

  /**
   * Here they are.
   *
   * @param accessLife how long the access token is good
   * @param account the CRM's name of the account
   */
  record Given(Tokens tokens, Duration accessLife, Set<String> scopes, String account)
      implements Grant {}

  /**
   * The code or the refresh token is not good, and never will be.
   *
   * @param reason shown to the organization
   */
  record Refused(String reason) implements Grant {}

  /** No answer that says anything; the same question may be asked again. */
  record Unavailable(Duration after) implements Grant {}
}
