package com.hekax.phone.platform.http;

import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Did the request come through our own edge? An HTTP API answers on a public address of its own
 * too; the edge adds a header that only it knows, so what goes round the firewall is refused.
 */
public final class OriginCheck {
  private static final String HEADER = "x-hekax-origin";

  private final Secrets secrets;

  public OriginCheck(Secrets secrets) {
    this.secrets = secrets;
  }

  void check(ApiRequest request) {
    if (!matches(request.header(HEADER).orElse(""))) {
      throw ProblemType.FORBIDDEN.because("Use the public address.");
    }
  }

  /** Whether a header's value is the edge's secret; compared in constant time. */
  public boolean matches(String presented) {
    return MessageDigest.isEqual(presented.getBytes(StandardCharsets.UTF_8), secret());
  }

  byte[] secret() {
    return secrets.get("origin", OriginSecret.class).secret().getBytes(StandardCharsets.UTF_8);
  }

  private record OriginSecret(String secret) {}
}
