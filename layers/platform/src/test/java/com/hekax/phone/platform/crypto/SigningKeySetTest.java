package com.hekax.phone.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.crypto.SigningKeySet.Change;
import com.hekax.phone.platform.crypto.SigningKeySet.Step;
import com.hekax.phone.platform.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningKeySetTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final SigningKey old = SigningKey.create(NOW);
  private final SigningKey fresh = SigningKey.create(NOW);
  private final SigningKeySet before = SigningKeySet.of(old);
  private final SigningKeySet published = before.next(NOW, () -> fresh);

  @Test
  void the_first_step_publishes_the_new_key_and_signs_with_the_old_one() {
    assertThat(published.keys()).containsExactly(old, fresh);
    assertThat(published.signWith()).isEqualTo(old.kid());
    assertThat(published.change()).contains(new Change(Step.NEW_KEY_IS_PUBLISHED, NOW));
  }

  @Test
  void the_second_step_signs_with_the_new_key_and_keeps_the_old_one() {
    var at = published.nextStepAt().orElseThrow();
    var signing = published.next(at, SigningKeySetTest::noKey);

    assertThat(signing.keys()).containsExactly(old, fresh);
    assertThat(signing.signWith()).isEqualTo(fresh.kid());
    assertThat(signing.change()).contains(new Change(Step.NEW_KEY_SIGNS, at));
  }

  @Test
  void the_third_step_leaves_the_new_key_alone() {
    var signing = published.next(published.nextStepAt().orElseThrow(), SigningKeySetTest::noKey);

    assertThat(signing.next(signing.nextStepAt().orElseThrow(), SigningKeySetTest::noKey))
        .isEqualTo(SigningKeySet.of(fresh));
  }

  @Test
  void no_step_is_taken_a_moment_before_its_time() {
    var at = published.nextStepAt().orElseThrow();
    var signing = published.next(at, SigningKeySetTest::noKey);
    var goneAt = signing.nextStepAt().orElseThrow();

    assertThatThrownBy(() -> published.next(at.minusMillis(1), SigningKeySetTest::noKey))
        .hasMessage("The next step comes at " + at);
    assertThatThrownBy(() -> signing.next(goneAt.minusMillis(1), SigningKeySetTest::noKey))
        .hasMessage("The next step comes at " + goneAt);
  }

  @Test
  void the_steps_are_more_than_an_hour_apart() {
    var at = published.nextStepAt().orElseThrow();
    var goneAt = published.next(at, SigningKeySetTest::noKey).nextStepAt().orElseThrow();

    assertThat(Duration.between(NOW, at)).isEqualTo(Duration.ofMinutes(71));
    assertThat(Duration.between(at, goneAt)).isEqualTo(Duration.ofMinutes(76).plusSeconds(30));
  }

  @Test
  void what_was_written_into_the_secret_is_read_from_it_again() {
    assertThat(Json.read(Json.write(published), SigningKeySet.class)).isEqualTo(published);
  }

  @Test
  void a_secret_of_before_there_were_changes_is_read() {
    var secret = Json.MAPPER.createObjectNode();
    secret.set("keys", Json.MAPPER.valueToTree(List.of(old)));
    secret.put("signWith", old.kid());

    assertThat(Json.read(secret.toString(), SigningKeySet.class)).isEqualTo(before);
  }

  @Test
  void a_key_that_is_logged_by_mistake_does_not_show_itself() {
    assertThat(before.toString()).contains(old.kid()).doesNotContain("PRIVATE");
  }

  private static SigningKey noKey() {
    throw new AssertionError("A change that goes on makes no other key");
  }
}
