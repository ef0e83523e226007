package com.hekax.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwilioFormatsTest {

  @ParameterizedTest
  @ValueSource(strings = {"+15005550006", "+4930901820", "+85298765432"})
  void a_number_in_E164_stays_what_it_is(String party) {
    assertThat(TwilioNumber.e164(party)).contains(party);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous",
        "Anonymous",
        "unknown",
        "Restricted",
        "",
        "+266696687",
        "+7378742833",
        "client:user-1",
        "sip:someone@example.com",
        "15005550006",
        "+0123456789"
      })
  void a_withheld_number_or_a_party_without_one_is_empty(String party) {
    assertThat(TwilioNumber.e164(party)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Sun, 22 Nov 2026 10:03:03 +0000',2026-11-22T10:03:03Z",
    "'Tue, 03 Nov 2026 10:03:03 GMT',2026-11-03T10:03:03Z"
  })
  void a_time_is_read_in_both_of_its_forms(String text, Instant expected) {
    assertThat(TwilioTime.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-11-22T10:03:03Z"})
  void what_is_no_such_time_is_empty(String text) {
    assertThat(TwilioTime.parse(text)).isEmpty();
  }
}
