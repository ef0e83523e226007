package com.hekax.phone.platform.crypto;

import com.hekax.phone.platform.secrets.CachedSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The secret {@code jwt}: the keys of access tokens, oldest first, and which of them signs. A
 * change of the key has three steps, and each waits until nobody can know the secret as it was
 * before the last one: the new key is published beside the old; it signs; the old one goes. How far
 * a change has come stands in the secret itself, so anybody can go on with it.
 *
 * @param change the one that is going on
 */
public record SigningKeySet(List<SigningKey> keys, String signWith, Optional<Change> change) {
  /** How long an access token is good. */
  public static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  /** How long whoever fetches the public keys may keep them. */
  public static final Duration PUBLISHED_FOR = Duration.ofMinutes(10);

  /** How far the clocks of two machines differ, and so how long an expired token still passes. */
  public static final Duration CLOCKS = Duration.ofSeconds(30);

  /** The step that was taken last, and when. */
  public record Change(Step step, Instant since) {

    Instant nextAt() {
      return since.plus(step.lasts);
    }
  }

  /** Where a change stands, until its next step is due. */
  public enum Step {
    /** Both keys check, the old one signs: until everybody knows the new one. */
    NEW_KEY_IS_PUBLISHED(CachedSecrets.OLDEST.plus(PUBLISHED_FOR).plus(CLOCKS)),
    /** Both keys check, the new one signs: until no token of the old one is good any more. */
    NEW_KEY_SIGNS(CachedSecrets.OLDEST.plus(TOKEN_LIFE).plus(CLOCKS.multipliedBy(2)));

    private final Duration lasts;

    Step(Duration lasts) {
      this.lasts = lasts;
    }
  }

  /** One key alone: the first ever, or all that is left when the others leaked. */
  public static SigningKeySet of(SigningKey key) {
    return new SigningKeySet(List.of(key), key.kid(), Optional.empty());
  }

  /** When the next step may be taken; empty while no change is going on. */
  public Optional<Instant> nextStepAt() {
    return change.map(Change::nextAt);
  }

  /**
   * The set after the next step; where no change is going on, one begins.
   *
   * @param newKey asked when one begins
   * @throws IllegalStateException before {@link #nextStepAt}
   */
  public SigningKeySet next(Instant now, Supplier<SigningKey> newKey) {
    if (change.isEmpty()) {
      return publish(newKey.get(), now);
    }
    if (now.isBefore(change.get().nextAt())) {
      throw new IllegalStateException("The next step comes at " + change.get().nextAt());
    }
    return switch (change.get().step()) {
      case NEW_KEY_IS_PUBLISHED -> signWithNewest(now);
      case NEW_KEY_SIGNS -> of(newest());
    };
  }

  /** The key that was added last. */
  public SigningKey newest() {
    return keys.getLast();
  }

  /** The key of that id; empty when it is none of these. */
  public Optional<SigningKey> find(String kid) {
    return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
  }

  private SigningKeySet publish(SigningKey key, Instant now) {
    return new SigningKeySet(
        Stream.concat(keys.stream(), Stream.of(key)).toList(),
        signWith,
        Optional.of(new Change(Step.NEW_KEY_IS_PUBLISHED, now)));
  }

  private SigningKeySet signWithNewest(Instant now) {
    return new SigningKeySet(
        keys, newest().kid(), Optional.of(new Change(Step.NEW_KEY_SIGNS, now)));
  }
}
