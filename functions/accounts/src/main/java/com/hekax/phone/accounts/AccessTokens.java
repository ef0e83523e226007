package com.hekax.phone.accounts;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.crypto.SigningKeySet;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Access tokens: JSON Web Tokens signed with RS256, a quarter of an hour long. Claims {@code sub}
 * (user), {@code org}, {@code role}, {@code sid} (session), {@code iss}, {@code aud}, {@code iat},
 * {@code exp}; {@code kid} in the header.
 */
public final class AccessTokens {
  public static final Duration LIFE = SigningKeySet.TOKEN_LIFE;

  private final SigningKeys keys;
  private final String issuer;
  private final InstantSource clock;

  AccessTokens(SigningKeys keys, String publicUrl, InstantSource clock) {
    this.keys = keys;
    this.issuer = publicUrl;
    this.clock = clock;
  }

  /** A token for the principal. */
  public String sign(Member principal) {
    var key = keys.signing();
    var now = clock.instant();
    return JWT.create()
        .withKeyId(key.kid())
        .withIssuer(issuer)
        .withAudience(issuer)
        .withSubject(principal.user().toString())
        .withClaim("org", principal.organization().toString())
        .withClaim("role", principal.role().name())
        .withClaim("sid", principal.session().toString())
        .withIssuedAt(now)
        .withExpiresAt(now.plus(LIFE))
        .sign(Algorithm.RSA256(null, key.signing()));
  }

  /** Who the token is for; empty for one that is expired, forged or not ours. */
  public Optional<Member> verify(String token) {
    try {
      return keyId(token)
          .flatMap(keys::verifying)
          .map(
              key -> {
                // The algorithm is ours to say, not the token's.
                var verification =
                    (com.auth0.jwt.JWTVerifier.BaseVerification)
                        JWT.require(Algorithm.RSA256(key, null))
                            .withIssuer(issuer)
                            .withAudience(issuer)
                            .acceptLeeway(SigningKeySet.CLOCKS.toSeconds());
                return principal(
                    verification.build(Clock.fixed(clock.instant(), ZoneOffset.UTC)).verify(token));
              });
    } catch (JWTVerificationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> keyId(String token) {
    try {
      return Optional.ofNullable(JWT.decode(token).getKeyId());
    } catch (NullPointerException notAToken) {
      // How the library says that the header is the JSON null.
      return Optional.empty();
    }
  }

  private static Member principal(DecodedJWT token) {
    if (token.getExpiresAtAsInstant() == null) {
      throw new IllegalArgumentException("A token that never expires");
    }
    return new Member(
        OrganizationId.parse(text(token, "org")),
        UserId.parse(text(token, "sub")),
        Role.valueOf(text(token, "role")),
        SessionId.parse(text(token, "sid")));
  }

  private static String text(DecodedJWT token, String claim) {
    var value = token.getClaim(claim).asString();
    if (value == null) {
      throw new IllegalArgumentException("A token without the text " + claim);
    }
    return value;
  }
}
