package com.hekax.phone.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that Twilio's own SDK gives. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestSignatureTest {

  @Test
  void it_is_that_of_Twilios_documentation() {
    assertThat(
            sign(
                "12345",
                "https://example.com/myapp.php?foo=1&bar=2",
                Map.of(
                    "CallSid", "CA1234567890ABCDE",
                    "Caller", "+14158675310",
                    "Digits", "1234",
                    "From", "+14158675310",
                    "To", "+18005551212")))
        .isEqualTo("L/OH5YylLD5NRKLltdqwSvS0BnU=");
  }

  @Test
  void it_covers_empty_fields_and_the_query_as_it_is_written() {
    assertThat(
            sign(
                "test_auth_token_0123456789abcdef",
                "https://api.example.com/twilio/voice?tenant=42&x=a%20b",
                Map.of(
                    "AccountSid", "AC00000000000000000000000000000001",
                    "CallSid", "CA00000000000000000000000000000002",
                    "CallStatus", "ringing",
                    "Empty", "",
                    "From", "+15005550006",
                    "To", "+15005550001")))
        .isEqualTo("mKQyPys2KZ7X6N2d0ZbJRcGxYsQ=");
  }

  @ParameterizedTest
  @CsvSource({
    "https://host:8443/path, https://host/path",
    "https://user:word@host/path#rc=2, https://host/path",
    "http://host:80/path, http://host/path"
  })
  void user_fragment_and_a_port_of_HTTPS_do_not_count(String configured, String signed) {
    assertThat(sign("token", configured, Map.of())).isEqualTo(sign("token", signed, Map.of()));
  }

  @Test
  void a_port_of_HTTP_counts() {
    assertThat(sign("token", "http://host:8080/path", Map.of()))
        .isNotEqualTo(sign("token", "http://host/path", Map.of()));
  }

  private static String sign(String token, String address, Map<String, String> form) {
    return RequestSignature.of(token, URI.create(address), new TreeMap<>(form));
  }
}
