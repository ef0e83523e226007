package com.hekax.phone.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.problems.Problem;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordsTest {

  @Nested
  class Given_a_password {

    @Test
    void when_it_is_hashed_then_the_hash_costs_4096_rounds_and_is_salted() {
      var one = Passwords.hash("correct horse battery");
      var two = Passwords.hash("correct horse battery");

      assertThat(one).startsWith("$2a$12$").hasSize(60).isNotEqualTo(two);
    }

    @Test
    void when_it_or_another_is_compared_with_the_hash_then_only_it_matches() {
      var hash = Optional.of(Passwords.hash("correct horse battery"));

      assertThat(Passwords.matches("correct horse battery", hash)).isTrue();
      assertThat(Passwords.matches("correct horse batterY", hash)).isFalse();
      assertThat(Passwords.matches("", hash)).isFalse();
    }

    @Test
    void when_there_is_no_hash_then_nothing_matches() {
      // The second is the password behind the hash that stands in for a missing one.
      assertThat(Passwords.matches("", Optional.empty())).isFalse();
      assertThat(Passwords.matches("abc123xyz", Optional.empty())).isFalse();
    }
  }

  @Nested
  class Given_the_longest_password_that_bcrypt_sees_whole {
    private static final String LONGEST = "x".repeat(72);

    @Test
    void when_it_is_used_then_every_byte_counts() {
      var hash = Optional.of(Passwords.hash(LONGEST));

      assertThat(Passwords.matches(LONGEST, hash)).isTrue();
      assertThat(Passwords.matches("x".repeat(71) + "y", hash)).isFalse();
      assertThat(Passwords.matches(LONGEST + "z", hash)).isFalse();
    }

    @Test
    void when_it_is_exceeded_by_a_byte_then_it_is_refused() {
      assertThatThrownBy(() -> Passwords.hash(LONGEST + "x")).isInstanceOf(Problem.class);
      assertThatThrownBy(() -> Passwords.hash("é".repeat(36) + "x")).isInstanceOf(Problem.class);
    }
  }
}
