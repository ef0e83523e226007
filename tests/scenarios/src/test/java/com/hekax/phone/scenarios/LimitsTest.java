package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.database.FreeRequests;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Somebody who tries passwords, through the edge and the gateway. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {
  private static final int TRIES = 70;

  @Test
  void whoever_claims_another_address_with_each_try_is_held_up_all_the_same() throws Exception {
    try (var product = TestProduct.start();
        var superuser = product.database().superuser(product.databaseName())) {
      FreeRequests.end(superuser);
      var nobody = Api.of(product.runner().baseUri());
      var guess = Map.of("email", "nobody@example.com", "password", "a wrong password");

      var answers =
          IntStream.range(0, TRIES)
              .mapToObj(
                  i ->
                      nobody
                          .withHeader("x-forwarded-for", "203.0.113." + i)
                          .send("POST", "/api/auth/login", guess)
                          .status())
              .toList();

      assertThat(answers).contains(429);
      assertThat(answers.getLast()).isEqualTo(429);
    }
  }
}
