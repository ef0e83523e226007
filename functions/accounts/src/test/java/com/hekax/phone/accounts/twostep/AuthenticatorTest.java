package com.hekax.phone.accounts.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthenticatorTest {
  private final Authenticator authenticator =
      new Authenticator("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** RFC 6238, appendix B; of its eight digits the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082", "1111111109, 081804", "1111111111, 050471",
    "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"
  })
  void a_code_of_the_standard_is_good_at_its_time(long second, String code) {
    assertThat(authenticator.stepOf(code, Instant.ofEpochSecond(second))).hasValue(second / 30);
  }

  @Test
  void a_code_is_good_a_step_early_and_late_and_no_more() {
    assertThat(authenticator.stepOf("081804", Instant.ofEpochSecond(1111111109 - 30))).isPresent();
    assertThat(authenticator.stepOf("081804", Instant.ofEpochSecond(1111111109 + 30))).isPresent();
    assertThat(authenticator.stepOf("081804", Instant.ofEpochSecond(1111111109 - 60))).isEmpty();
    assertThat(authenticator.stepOf("081804", Instant.ofEpochSecond(1111111109 + 60))).isEmpty();
  }

  @Test
  void a_secret_is_typed_in_base_32() {
    assertThat(authenticator.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Authenticator.create().text()).matches("[A-Z2-7]{32}");
  }
}
