package com.hekax.phone.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hekax.phone.platform.problems.FieldError;
import com.hekax.phone.platform.problems.Problem;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordRulesTest {
  private static final List<String> ABOUT =
      List.of("Olivia Hartmann", "office.manager@bright.example", "Bright Dental");

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "Password1234!",
        "P4ssw0rd2026",
        "123456789012",
        "aaaaaaaaaaaaa",
        "qwertyuiop[]",
        "1qaz2wsx3edc",
        "iloveyou1234",
        "letmeinletmein",
        "drowssapdrowssap",
        "abcabcabcabcabc",
        "HartmannHartmann",
        "hartmann20262026"
      })
  void what_is_soon_guessed_is_refused(String password) {
    assertThat(refused(password)).startsWith("is too easy to guess");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xk7 olivia hartmann 9zq",
        "OliviaHartmann/7531-kelp",
        "office.manager@bright.example",
        "my officemanager secret kelp",
        "kelp.BRIGHT-dental.forest",
      })
  void what_holds_the_person_or_the_organization_is_refused(String password) {
    assertThat(refused(password)).startsWith("must not hold");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "a lighthouse keeper's cat",
        "v8#Lq2!mZr0pTe",
        "der Olivenbaum am Strand",
        "パスワードは海の見える丘"
      })
  void what_is_hard_to_guess_is_good(String password) {
    assertThatCode(() -> rules.check("password", password, ABOUT)).doesNotThrowAnyException();
  }

  @Test
  void what_is_long_costs_no_more_than_its_beginning() {
    var signs = "4@8({[<369!1|70$5+%2".repeat(4).substring(0, 72);
    rules.check("password", signs, ABOUT);

    // All of it takes many times as long as its first 32.
    assertThat(work(signs)).isLessThan(4 * work(signs.substring(0, 32)));
  }

  private long work(String password) {
    var threads = ManagementFactory.getThreadMXBean();
    return LongStream.generate(
            () -> {
              long before = threads.getCurrentThreadCpuTime();
              rules.check("password", password, ABOUT);
              return threads.getCurrentThreadCpuTime() - before;
            })
        .limit(3)
        .min()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ééééééééééééééééééééééééééééééééééééé"})
  void what_bcrypt_cannot_see_the_whole_of_is_refused(String password) {
    assertThat(refused(password)).isEqualTo("must have 72 bytes at most");
  }

  private String refused(String password) {
    var problem =
        catchThrowableOfType(Problem.class, () -> rules.check("newPassword", password, ABOUT));
    assertThat(problem).as(password).isNotNull();
    assertThat(problem.errors()).extracting(FieldError::field).containsExactly("newPassword");
    return problem.errors().getFirst().message();
  }
}
