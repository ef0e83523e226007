package com.hekax.phone.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The published vectors of Standard Webhooks' libraries. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningSecretTest {
  private static final SigningSecret SECRET =
      SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330);

  private static String sign(String id, Instant time, String body) {
    return SECRET.sign(id, time, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void signs_the_published_message_as_published() {
    assertThat(sign(ID, TIME, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        .isNotEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=");
  }

  @Test
  void signs_id_time_and_every_byte() {
    var signature = sign(ID, TIME, "{\"test\": 2432232314}");

    assertThat(sign("msg_2", TIME, "{\"test\": 2432232314}")).isNotEqualTo(signature);
    assertThat(sign(ID, TIME.plusSeconds(1), "{\"test\": 2432232314}")).isNotEqualTo(signature);
    assertThat(sign(ID, TIME, "{\"test\":2432232314}")).isNotEqualTo(signature);
  }

  @Test
  void a_new_one_has_a_key_of_32_bytes_and_is_never_the_same() {
    var secret = SigningSecret.create().reveal();

    assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(secret).isNotEqualTo(SigningSecret.create().reveal());
  }

  @Test
  void does_not_show_in_text() {
    assertThat("secret " + SECRET).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }
}
