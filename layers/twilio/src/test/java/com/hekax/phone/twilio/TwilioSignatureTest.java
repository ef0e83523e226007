package com.hekax.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The signatures were made once with Twilio's own SDK, the last one stands in its documentation.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwilioSignatureTest {
  private static final String TOKEN = "test_auth_token_0123456789abcdef";

  @Nested
  class Given_a_form_that_Twilio_posted {
    private static final String PATH = "/twilio/voice?tenant=42&x=a%20b";
    private static final String SIGNATURE = "mKQyPys2KZ7X6N2d0ZbJRcGxYsQ=";
    private static final Map<String, String> FORM =
        Map.of(
            "AccountSid", "AC00000000000000000000000000000001",
            "CallSid", "CA00000000000000000000000000000002",
            "CallStatus", "ringing",
            "Empty", "",
            "From", "+15005550006",
            "To", "+15005550001");

    @Test
    void then_its_signature_matches() {
      assertThat(signatures().matches(PATH, FORM, SIGNATURE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mKQyPys2KZ7X6N2d0ZbJRcGxYsR=", "not base64 at all", "mKQyPys2"})
    void then_any_other_signature_does_not(String signature) {
      assertThat(signatures().matches(PATH, FORM, signature)).isFalse();
    }

    @Test
    void when_another_token_signs_then_it_does_not_match() {
      var other = new TwilioSignature("https://api.example.com", "another");

      assertThat(other.matches(PATH, FORM, SIGNATURE)).isFalse();
    }

    @Test
    void when_it_was_sent_to_another_host_then_it_does_not_match() {
      var other = new TwilioSignature("https://api.example.org", TOKEN);

      assertThat(other.matches(PATH, FORM, SIGNATURE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/twilio/voice?tenant=43&x=a%20b",
          "/twilio/voice?tenant=42&x=a b",
          "/twilio/voice?x=a%20b&tenant=42",
          "/twilio/voice/?tenant=42&x=a%20b",
          "/twilio/voice"
        })
    void when_path_or_query_differ_by_a_byte_then_it_does_not_match(String path) {
      assertThat(signatures().matches(path, FORM, SIGNATURE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CallStatus,completed", "Empty,x", "Added,x"})
    void when_a_field_was_changed_or_added_then_it_does_not_match(String name, String value) {
      var changed = new HashMap<>(FORM);
      changed.put(name, value);

      assertThat(signatures().matches(PATH, changed, SIGNATURE)).isFalse();
    }

    @Test
    void when_an_empty_field_was_left_out_then_it_does_not_match() {
      var changed = new HashMap<>(FORM);
      changed.remove("Empty");

      assertThat(signatures().matches(PATH, changed, SIGNATURE)).isFalse();
    }

    private static TwilioSignature signatures() {
      return new TwilioSignature("https://api.example.com", TOKEN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/twilio/media,qKvTPn8JHbxVnFq2fiAzx0KFq7s=",
    "/twilio/media/,gvawlLHWxMO5Uu6i9TAin6iFv7A="
  })
  void given_a_WebSocket_that_Twilio_opened_then_its_signature_over_the_address_alone_matches(
      String path, String signature) {
    var signatures = new TwilioSignature("wss://media.example.com", TOKEN);

    assertThat(signatures.matches(path, Map.of(), signature)).isTrue();
  }

  @Test
  void given_a_body_that_is_no_form_then_its_signature_over_the_address_alone_matches() {
    var signatures = new TwilioSignature("https://api.example.com", TOKEN);

    assertThat(
            signatures.matches(
                "/twilio/json?bodySHA256=e3dda1520dec22c21c421d11c3f96b943d02eef6bac5edc5afe4c16007c985a9",
                Map.of(),
                "Rqfi0W+bCoydW7YVIpdTVLGi6kY="))
        .isTrue();
  }

  @Test
  void given_the_example_of_Twilios_documentation_then_its_signature_matches() {
    var signatures = new TwilioSignature("https://example.com", "12345");

    assertThat(
            signatures.matches(
                "/myapp.php?foo=1&bar=2",
                Map.of(
                    "CallSid", "CA1234567890ABCDE",
                    "Caller", "+14158675310",
                    "Digits", "1234",
                    "From", "+14158675310",
                    "To", "+18005551212"),
                "L/OH5YylLD5NRKLltdqwSvS0BnU="))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example.com", "https://api.example.com:443"})
  void given_a_query_with_a_percent_sign_then_our_address_may_name_the_usual_port(String url) {
    // HMAC-SHA1 of "https://api.example.com/twilio/voice?to=%2B1500CallSidCA1" with the token.
    assertThat(
            new TwilioSignature(url, TOKEN)
                .matches(
                    "/twilio/voice?to=%2B1500",
                    Map.of("CallSid", "CA1"), "FiGrxUUEz2WzLWs+iEMkN+iPLvg="))
        .isTrue();
  }

  @Test
  void given_an_address_of_this_machine_then_its_port_is_signed_too() {
    // HMAC-SHA1 of "http://localhost:8080/api/twilio/statusCallSidCA1" with the token.
    var signatures = new TwilioSignature("http://localhost:8080", TOKEN);

    assertThat(
            signatures.matches(
                "/api/twilio/status", Map.of("CallSid", "CA1"), "SYfl7XbHTBaej4+jxC6W2Na8k/c="))
        .isTrue();
  }
}
