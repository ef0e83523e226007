package com.hekax.phone.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.crypto.SigningKey;
import com.hekax.phone.platform.crypto.SigningKeySet;
import com.hekax.phone.platform.secrets.CachedSecrets;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Walks through a change of the signing key in steps of half a minute, with functions that know the
 * secret as it was just now, as it was five minutes ago, and as it was at the longest time that a
 * cache may keep it: nobody's token is refused at any moment.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningKeyChangeTest {
  private static final Duration TICK = Duration.ofSeconds(30);
  private static final Instant BEGUN = Instant.parse("2026-11-24T12:00:00Z");
  private static final List<Duration> AGES =
      List.of(Duration.ZERO, CachedSecrets.FRESH, CachedSecrets.OLDEST);
  private static final Member OLIVIA =
      new Member(
          new OrganizationId(UUID.randomUUID()),
          new UserId(UUID.randomUUID()),
          Role.OWNER,
          new SessionId(UUID.randomUUID()));

  private final TreeMap<Instant, SigningKeySet> versions = new TreeMap<>();
  private final List<AccessTokens> functions = AGES.stream().map(this::knowing).toList();

  /** Somebody outside who fetched our keys from the function with the oldest memory. */
  private final AccessTokens reader =
      knowing(CachedSecrets.OLDEST.plus(SigningKeySet.PUBLISHED_FOR));

  private Instant now = BEGUN;

  private record Issued(String token, Instant at) {}

  @Test
  void every_token_is_accepted_everywhere_for_all_of_its_life() {
    var issued = new ArrayList<Issued>();
    versions.put(BEGUN.minus(Duration.ofDays(1)), SigningKeySet.of(SigningKey.create(BEGUN)));
    var former = versions.lastEntry().getValue().signWith();
    var end = BEGUN.plus(Duration.ofHours(5));

    for (; now.isBefore(end); now = now.plus(TICK)) {
      takeTheStepThatIsDue();
      functions.forEach(function -> issued.add(new Issued(function.sign(OLIVIA), now)));
      issued.removeIf(one -> one.at().plus(SigningKeySet.TOKEN_LIFE).isBefore(now));
      issued.stream().filter(this::isWorthATry).forEach(this::mustBeAccepted);
    }

    assertThat(versions).as("the first version, and one a step").hasSize(4);
    assertThat(functions)
        .allSatisfy(function -> assertThat(function.sign(OLIVIA)).doesNotContain(former));
    assertThat(versions.lastEntry().getValue().find(former)).isEmpty();
  }

  /** One change, as soon as each step may be taken. */
  private void takeTheStepThatIsDue() {
    var current = versions.lastEntry().getValue();
    boolean due =
        current.nextStepAt().map(at -> !now.isBefore(at)).orElseGet(() -> versions.size() == 1);
    if (due) {
      versions.put(now, current.next(now, () -> SigningKey.create(now)));
    }
  }

  /** When it is new, in the middle of its life, and in its last moment. */
  private boolean isWorthATry(Issued token) {
    var age = Duration.between(token.at(), now);
    return Stream.of(Duration.ZERO, SigningKeySet.TOKEN_LIFE.dividedBy(2), SigningKeySet.TOKEN_LIFE)
        .anyMatch(age::equals);
  }

  private void mustBeAccepted(Issued issued) {
    Stream.concat(functions.stream(), Stream.of(reader))
        .forEach(
            function ->
                assertThat(function.verify(issued.token()))
                    .as("a token of %s at %s", issued.at(), now)
                    .contains(OLIVIA));
  }

  /** A function that knows the secret as it was so long ago, and asks for nothing newer. */
  private AccessTokens knowing(Duration age) {
    var secrets =
        new Secrets() {
          @Override
          public <T> T get(String name, Class<T> type) {
            return type.cast(versions.floorEntry(now.minus(age)).getValue());
          }
        };
    return new AccessTokens(new SigningKeys(secrets), "https://phone.example.com", () -> now);
  }
}
