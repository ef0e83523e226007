package com.hekax.phone.crm.api;

import com.hekax.phone.crm.Authorizations;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.ApiRequest;
import java.util.Optional;

/**
 * What the browser keeps while its user is asked by a CRM: no script reads it, and only the way
 * back has it. It is Lax because that way begins on the CRM's site.
 */
final class VerifierCookie {
  private static final String NAME = "hekax_crm";
  private static final String ATTRIBUTES =
      "; Path=/api/crm/callback; HttpOnly; Secure; SameSite=Lax; Max-Age=";

  static String of(RandomToken verifier) {
    return NAME + "=" + verifier.value() + ATTRIBUTES + Authorizations.LIFE.toSeconds();
  }

  /** Takes it away. */
  static String none() {
    return NAME + "=" + ATTRIBUTES + "0";
  }

  static Optional<RandomToken> presented(ApiRequest request) {
    return request.cookie(NAME).filter(value -> !value.isEmpty()).map(RandomToken::new);
  }

  private VerifierCookie() {}
}
