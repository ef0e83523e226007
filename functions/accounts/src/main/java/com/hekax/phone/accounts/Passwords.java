package com.hekax.phone.accounts;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.telemetry.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Passwords as bcrypt hashes of cost 12: a third of a second each, for us and for who guesses. */
public final class Passwords {
  private static final int COST = 12;

  /** bcrypt looks at no more. */
  private static final int MAX_BYTES = 72;

  /** A hash of nobody's password, so that an unknown address takes as long as a known one. */
  private static final String NOBODY =
      "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";

  /**
   * A hash to keep.
   *
   * @throws Problem INVALID_REQUEST for one that is too long, on the field {@code password}
   */
  public static String hash(String password) {
    if (!fits(password)) {
      throw Problem.invalid("password", "must have 72 bytes at most");
    }
    count();
    return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
  }

  /** Whether bcrypt looks at all of it. */
  public static boolean fits(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  /**
   * Whether the password is the one behind the hash; takes as long for no hash as for a wrong
   * password.
   */
  public static boolean matches(String password, Optional<String> hash) {
    boolean fits = fits(password);
    var presented = fits ? password : "";
    count();
    boolean verified =
        BCrypt.verifyer().verify(presented.toCharArray(), hash.orElse(NOBODY)).verified;
    return verified && fits && hash.isPresent();
  }

  /** Whether the hash costs who guesses less than one of today. */
  static boolean isOutdated(String hash) {
    // "$2a$12$": the cost stands between the second and the third dollar.
    return Integer.parseInt(hash.substring(4, 6)) < COST;
  }

  /** What sign-in costs us, and a sign of guessing: nearly all of our computing time is this. */
  private static void count() {
    Metrics.ofService().count("PasswordHashes", 1).write();
  }

  private Passwords() {}
}
