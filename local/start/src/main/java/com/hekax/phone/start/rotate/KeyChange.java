package com.hekax.phone.start.rotate;

import com.hekax.phone.platform.crypto.SigningKey;
import com.hekax.phone.platform.crypto.SigningKeySet;
import com.hekax.phone.platform.crypto.SigningKeySet.Change;
import com.hekax.phone.platform.secrets.CachedSecrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** Changes the key that signs sessions, one step a call, and says in words what it did. */
final class KeyChange {
  private final SigningSecret secret;
  private final InstantSource clock;

  KeyChange(SigningSecret secret, InstantSource clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** Where the change stands. */
  String status() {
    return secret
        .read()
        .map(version -> describe(version.keys()))
        .orElse(
            "There is no key yet, and nobody can sign in: ./hekax rotate signing-keys makes it.");
  }

  /** Takes the next step if its time has come. */
  String step() {
    var now = clock.instant();
    var version = secret.read();
    if (version.isEmpty()) {
      var first = SigningKeySet.of(SigningKey.create(now));
      secret.write(version, first);
      return describe(first);
    }
    var keys = version.get().keys();
    if (keys.nextStepAt().filter(now::isBefore).isPresent()) {
      return "Too early, nothing was done. " + describe(keys);
    }
    var next = keys.next(now, () -> SigningKey.create(now));
    secret.write(version, next);
    return describe(next);
  }

  /** Gives up all former keys for a new one. */
  String replace() {
    var version = secret.read();
    var only = SigningKeySet.of(SigningKey.create(clock.instant()));
    secret.write(version, only);
    return """
    %s
    No other key is accepted any more: at once where a session with the new key arrives first, everywhere
    within %s; where Secrets Manager cannot be reached, within %s. All sessions are renewed by
    their refresh cookies. Until then somebody may be asked to sign in again.\
    """
        .formatted(describe(only), words(CachedSecrets.FRESH), words(CachedSecrets.OLDEST));
  }

  private String describe(SigningKeySet keys) {
    return keys.change()
        .map(change -> describe(keys, change))
        .orElse(keys.signWith() + " signs, alone.");
  }

  private String describe(SigningKeySet keys, Change change) {
    var others =
        keys.keys().stream()
            .map(SigningKey::kid)
            .filter(kid -> !kid.equals(keys.signWith()))
            .collect(Collectors.joining(", "));
    return switch (change.step()) {
      case NEW_KEY_IS_PUBLISHED ->
          "Step 1 of 3: %s signs, and %s is published beside it since %s.\n%s"
              .formatted(
                  keys.signWith(),
                  others,
                  change.since(),
                  next(keys, keys.newest().kid() + " signs"));
      case NEW_KEY_SIGNS ->
          "Step 2 of 3: %s signs since %s, and tokens of %s are good as long as they last.\n%s"
              .formatted(keys.signWith(), change.since(), others, next(keys, others + " goes"));
    };
  }

  private String next(SigningKeySet keys, String what) {
    var at = keys.nextStepAt().orElseThrow();
    var left = Duration.between(clock.instant(), at);
    return left.isPositive()
        ? "Next: %s, from %s (in %s).".formatted(what, at, words(left))
        : "Next: %s, at the next call.".formatted(what);
  }

  private static String words(Duration duration) {
    var minutes = duration.plusSeconds(59).toMinutes();
    return minutes < 60 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }
}
