package com.hekax.phone.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.Env;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RdsTokenTest {
  private static final String HOST = "proxy.example.eu-central-1.rds.amazonaws.com";

  /** Made by RdsUtilities of the AWS SDK 2.41.28 from the same keys, host, user and time. */
  private static final String TOKEN_OF_THE_SDK =
      HOST
          + ":5432/?DBUser=hekax_app&Action=connect&X-Amz-Algorithm=AWS4-HMAC-SHA256"
          + "&X-Amz-Date=20261201T101530Z&X-Amz-SignedHeaders=host&X-Amz-Expires=900"
          + "&X-Amz-Credential=AKIDEXAMPLE%2F20261201%2Feu-central-1%2Frds-db%2Faws4_request"
          + "&X-Amz-Signature=509643be8c2efafb360028ae99539b66c3415d4b83fece5388fef64802fe675e";

  private final AwsAccess access =
      AwsAccess.of(
          Env.of(
              Map.of(
                  "AWS_REGION", "eu-central-1",
                  "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                  "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")));

  @Test
  void given_keys_and_a_time_when_a_token_is_made_then_it_is_the_one_the_SDK_makes() {
    var noted = Clock.fixed(Instant.parse("2026-12-01T10:15:30Z"), ZoneOffset.UTC);

    var token = new RdsToken(access, noted).create(HOST, 5432, "hekax_app");

    assertThat(parts(token)).containsExactlyInAnyOrder(parts(TOKEN_OF_THE_SDK));
  }

  @Test
  void given_another_user_when_a_token_is_made_then_its_signature_differs() {
    var token = new RdsToken(access, Clock.systemUTC());

    assertThat(signature(token.create(HOST, 5432, "hekax_app")))
        .isNotEqualTo(signature(token.create(HOST, 5432, "hekax_system")));
  }

  /** PostgreSQL on RDS does not mind the order of the parameters. */
  private static String[] parts(String token) {
    return token.split("[?&]", -1);
  }

  private static String signature(String token) {
    return Arrays.stream(parts(token))
        .filter(part -> part.startsWith("X-Amz-Signature="))
        .findFirst()
        .orElseThrow();
  }
}
