package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.accounts.authorizer.SessionAuthorizer;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestKeys;
import com.hekax.phone.platform.json.Json;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GetJwksHandlerTest extends AccountsTest {
  private final KeyPair former = TestKeys.generate();
  private final KeyPair present = TestKeys.generate();
  private final TestFunction<GetJwksHandler> getJwks = function(GetJwksHandler::new);

  @BeforeAll
  void given_that_keys_are_being_changed() {
    aws.secret(
        "jwt",
        Map.of(
            "keys",
            List.of(TestKeys.pem("2026-10", former), TestKeys.pem("2026-11", present)),
            "signWith",
            "2026-11"));
  }

  @Test
  void when_the_keys_are_asked_for_then_both_are_there_as_RFC_7517_writes_them() throws Exception {
    var keys = keys();

    assertThat(keys.valueStream().map(key -> key.path("kid").asText()))
        .containsExactly("2026-10", "2026-11");
    for (var key : keys) {
      assertThat(key.properties().stream().map(Map.Entry::getKey))
          .containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
      assertThat(key.path("e").asText()).isEqualTo("AQAB");
      assertThat(Base64.getUrlDecoder().decode(key.path("n").asText())).hasSize(256);
    }
    assertThat(publicKey(keys.get(0))).isEqualTo(former.getPublic());
    assertThat(publicKey(keys.get(1))).isEqualTo(present.getPublic());
  }

  @Test
  void when_they_are_asked_for_then_caches_may_keep_them_for_ten_minutes() {
    assertThat(getJwks.call(request()).header("cache-control")).contains("public, max-age=600");
  }

  @Test
  void when_somebody_signs_in_then_their_token_is_of_the_present_key_of_the_set() throws Exception {
    var token = accessToken(signUp("olivia@bright.example"));

    assertThat(token.getKeyId()).isEqualTo("2026-11");
    JWT.require(Algorithm.RSA256(publicKey(keys().get(1)), null)).build().verify(token);
  }

  @Test
  void when_a_token_was_signed_by_the_former_key_then_it_is_still_good() {
    var authorizer = function(SessionAuthorizer::new);
    var token =
        JWT.create()
            .withKeyId("2026-10")
            .withIssuer("https://phone.example.com")
            .withAudience("https://phone.example.com")
            .withSubject(acme().owner().user().toString())
            .withClaim("org", acme().id().toString())
            .withClaim("role", "OWNER")
            .withClaim("sid", acme().owner().session().toString())
            .withExpiresAt(Instant.now().plusSeconds(60))
            .sign(Algorithm.RSA256(null, (RSAPrivateKey) former.getPrivate()));

    var answer =
        authorizer.invoke(
            Json.MAPPER.valueToTree(Map.of("headers", Map.of("authorization", "Bearer " + token))));

    assertThat(answer.path("isAuthorized").asBoolean()).isTrue();
  }

  private JsonNode keys() {
    return getJwks.call(request()).json().path("keys");
  }

  private static RSAPublicKey publicKey(JsonNode jwk) throws Exception {
    var decoder = Base64.getUrlDecoder();
    return (RSAPublicKey)
        KeyFactory.getInstance("RSA")
            .generatePublic(
                new RSAPublicKeySpec(
                    new BigInteger(1, decoder.decode(jwk.path("n").asText())),
                    new BigInteger(1, decoder.decode(jwk.path("e").asText()))));
  }
}
