package com.hekax.phone.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhoneTextTest {

  @ParameterizedTest
  @CsvSource({
    "+14155550132, US, (415) 555-0132",
    "+16045550132, US, (604) 555-0132",
    "+14155550132, GB, +1 415-555-0132",
    "+442079460958, US, +44 20 7946 0958",
    "+442079460958, GB, 020 7946 0958",
    "anonymous, US, anonymous",
  })
  void a_number_is_written_as_the_business_would_write_it(
      String number, String country, String shown) {
    assertThat(PhoneText.of(number, country)).isEqualTo(shown);
  }
}
