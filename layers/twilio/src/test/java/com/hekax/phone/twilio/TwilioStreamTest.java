package com.hekax.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.secrets.Secrets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwilioStreamTest {
  private static final String SIGNED = "qKvTPn8JHbxVnFq2fiAzx0KFq7s=";
  private static final String SIGNED_WITH_SLASH = "gvawlLHWxMO5Uu6i9TAin6iFv7A=";

  private static TwilioStream to(String url) {
    var account = new TwilioAccount("AC" + "0".repeat(32), "test_auth_token_0123456789abcdef");
    return new TwilioStream(
        new Secrets() {
          @Override
          public <T> T get(String name, Class<T> type) {
            return type.cast(account);
          }
        },
        url);
  }

  @ParameterizedTest
  @ValueSource(strings = {SIGNED, SIGNED_WITH_SLASH})
  void a_stream_may_be_signed_with_or_without_a_slash_at_the_end(String signature) {
    for (var url :
        new String[] {
          "wss://media.example.com/twilio/media",
          "wss://media.example.com/twilio/media/",
          "wss://media.example.com:443/twilio/media"
        }) {
      assertThat(to(url).isOurs("/twilio/media", signature)).as(url).isTrue();
      assertThat(to(url).isOurs("/twilio/media/", signature)).as(url).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wss://media.example.org/twilio/media",
    "ws://media.example.com/twilio/media",
    "wss://media.example.com/media"
  })
  void a_stream_to_another_address_is_not_ours(String url) {
    assertThat(to(url).isOurs("/twilio/media", SIGNED)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/twilio/media?x=1", "/twilio", "", "/", "/twilio/media//", "twilio/media"})
  void a_stream_that_came_to_another_path_is_not_ours(String path) {
    assertThat(to("wss://media.example.com/twilio/media").isOurs(path, SIGNED)).isFalse();
  }
}
