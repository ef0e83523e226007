package com.hekax.phone.accounts.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestKeys;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionAuthorizerTest extends DatabaseTest {
  private static final String KID = "2026-11";
  private static final String SITE = "https://phone.example.com";

  private final KeyPair ours = TestKeys.generate();
  private final TestFunction<SessionAuthorizer> authorizer = function(SessionAuthorizer::new);

  @BeforeAll
  void given_our_key() {
    aws.secret("jwt", Map.of("keys", List.of(TestKeys.pem(KID, ours)), "signWith", KID));
  }

  @Nested
  class Given_a_token_of_ours {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
    void when_it_is_presented_then_the_gateway_is_told_who_it_is_for(String scheme) {
      var answer = answerTo(scheme + signed(token -> token, ours));

      assertThat(answer)
          .isEqualTo(
              Json.MAPPER.valueToTree(
                  Map.of(
                      "isAuthorized",
                      true,
                      "context",
                      Map.of(
                          "organizationId", acme().id().toString(),
                          "userId", acme().manager().user().toString(),
                          "role", "MANAGER",
                          "sessionId", acme().manager().session().toString()))));
    }

    @Test
    void when_it_expired_within_the_difference_of_two_clocks_then_it_is_still_good() {
      var token = signed(t -> t.withExpiresAt(Instant.now().minusSeconds(10)), ours);

      assertThat(answerTo("Bearer " + token).path("isAuthorized").asBoolean()).isTrue();
    }

    @Test
    void when_it_expired_before_that_then_it_is_refused() {
      assertRefused(signed(t -> t.withExpiresAt(Instant.now().minusSeconds(40)), ours));
    }

    @Test
    void when_its_time_has_not_come_then_it_is_refused() {
      assertRefused(signed(t -> t.withIssuedAt(Instant.now().plusSeconds(300)), ours));
      assertRefused(signed(t -> t.withNotBefore(Instant.now().plusSeconds(300)), ours));
    }

    @Test
    void when_it_is_of_another_issuer_or_for_another_audience_then_it_is_refused() {
      assertRefused(signed(t -> t.withIssuer("https://dev.example.com"), ours));
      assertRefused(signed(t -> t.withAudience("https://dev.example.com"), ours));
    }

    @Test
    void when_a_claim_is_missing_or_makes_no_sense_then_it_is_refused() {
      assertRefused(
          base(JWT.create())
              .withKeyId(KID)
              .withSubject(acme().owner().user().toString())
              .sign(rsa(ours)));
      assertRefused(signed(t -> t.withSubject("olivia"), ours));
      assertRefused(signed(t -> t.withClaim("org", "acme"), ours));
      assertRefused(signed(t -> t.withClaim("org", 5), ours));
      assertRefused(signed(t -> t.withClaim("role", "GOD"), ours));
      assertRefused(signed(t -> t.withClaim("role", (String) null), ours));
      assertRefused(signed(t -> t.withClaim("sid", "this one"), ours));
    }

    @Test
    void when_it_never_expires_then_it_is_refused() {
      assertRefused(signed(t -> t.withExpiresAt((Instant) null), ours));
    }
  }

  @Nested
  class Given_a_good_token_of_a_manager {
    @AfterEach
    void restore() {
      sql("update sessions set ended_at = null");
      sql("update memberships set role = 'MANAGER' where user_id = ?", manager());
      sql("update organizations set require_two_step = false");
      sql("update users set two_step_since = null");
    }

    @Test
    void when_the_session_has_ended_then_it_is_refused() {
      sql("update sessions set ended_at = now() where user_id = ?", manager());

      assertRefused(signed(token -> token, ours));
    }

    @Test
    void when_another_persons_session_has_ended_then_it_is_still_good() {
      sql("update sessions set ended_at = now() where user_id <> ?", manager());

      assertThat(whoIs(signed(token -> token, ours)).path("role").asText()).isEqualTo("MANAGER");
    }

    @Test
    void when_the_persons_role_has_changed_then_it_is_the_role_of_now() {
      sql("update memberships set role = 'AGENT' where user_id = ?", manager());

      assertThat(whoIs(signed(token -> token, ours)).path("role").asText()).isEqualTo("AGENT");
    }

    @Test
    void when_the_session_is_not_the_persons_or_not_of_the_organization_then_it_is_refused() {
      assertRefused(signed(t -> t.withClaim("sid", acme().owner().session().toString()), ours));
      assertRefused(signed(t -> t.withClaim("org", globex().id().toString()), ours));
      assertRefused(signed(t -> t.withClaim("sid", SessionId.create().toString()), ours));
    }

    @Test
    void when_the_organization_asks_for_two_steps_and_they_have_one_then_they_are_restricted() {
      sql("update organizations set require_two_step = true where name = 'Acme'");

      assertThat(whoIs(signed(token -> token, ours)).path("restricted").asText()).isEqualTo("true");
    }

    @Test
    void when_the_organization_asks_for_two_steps_and_they_have_both_then_they_may_all() {
      sql("update organizations set require_two_step = true where name = 'Acme'");
      sql("update users set two_step_since = now() where id = ?", manager());

      assertThat(whoIs(signed(token -> token, ours)).has("restricted")).isFalse();
    }

    private UUID manager() {
      return acme().manager().user().value();
    }
  }

  @Nested
  class Given_somebody_who_was_removed_from_the_organization {
    @Test
    void when_their_token_is_presented_then_it_is_refused() {
      var gone = organization("Initech").agent();
      var token =
          signed(
              t ->
                  t.withClaim("org", gone.organization().toString())
                      .withSubject(gone.user().toString())
                      .withClaim("sid", gone.session().toString()),
              ours);
      assertThat(whoIs(token).path("role").asText()).isEqualTo("AGENT");

      // As if a session of theirs had been left open.
      sql("alter table sessions drop constraint if exists sessions_organization_id_user_id_fkey");
      sql("delete from memberships where user_id = ?", gone.user().value());

      assertRefused(token);
    }
  }

  @Nested
  class Given_a_forged_token {

    @Test
    void when_another_key_signed_it_under_the_name_of_ours_then_it_is_refused() {
      assertRefused(signed(token -> token, TestKeys.generate()));
    }

    @Test
    void when_it_names_a_key_that_is_not_ours_or_none_then_it_is_refused() {
      assertRefused(signed(t -> t.withKeyId("2020-01"), ours));
      assertRefused(claims(JWT.create()).sign(rsa(ours)));
    }

    @Test
    void when_it_says_that_it_needs_no_signature_then_it_is_refused() {
      assertRefused(claims(JWT.create()).withKeyId(KID).sign(Algorithm.none()));
    }

    @Test
    void when_our_public_key_was_taken_for_a_shared_secret_then_it_is_refused() {
      var der = ours.getPublic().getEncoded();
      var pem = TestKeys.pem(KID, ours).get("publicKey");
      var forged = claims(JWT.create()).withKeyId(KID);

      assertRefused(forged.sign(Algorithm.HMAC256(der)));
      assertRefused(
          forged.sign(Algorithm.HMAC256(String.valueOf(pem).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void when_its_claims_were_changed_after_signing_then_it_is_refused() {
      var parts = signed(token -> token, ours).split("\\.", -1);
      var other = signed(t -> t.withClaim("role", "OWNER"), ours).split("\\.", -1);

      assertRefused(parts[0] + "." + other[1] + "." + parts[2]);
      assertRefused(parts[0] + "." + parts[1] + ".");
      assertRefused(parts[0] + "." + parts[1]);
    }
  }

  @Nested
  class Given_no_token {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "Bearer",
          "Bearer ",
          "Bearer ..",
          "Bearer a.b.c",
          "Bearer null",
          "Basic b2xpdmlh",
          "Bearer one two",
          "Bearer \u0000",
          "Token é"
        })
    void when_the_header_is_something_else_then_it_is_refused(String header) {
      assertThat(answerTo(header)).isEqualTo(refusal());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"null", "[]", "5", "\"text\"", "{}", "{\"kid\":5}", "{\"kid\":null}", "{"})
    void when_its_parts_are_JSON_of_another_shape_then_it_is_refused(String json) {
      var part = base64(json);
      var header = base64("{\"alg\":\"RS256\",\"kid\":\"" + KID + "\"}");

      assertRefused(part + "." + part + ".AAAA");
      assertRefused(header + "." + part + ".AAAA");
    }

    @Test
    void when_there_is_no_header_at_all_then_it_is_refused() {
      assertThat(authorizer.invoke(Json.tree("{\"version\":\"2.0\",\"headers\":{}}")))
          .isEqualTo(refusal());
      assertThat(authorizer.invoke(Json.tree("{\"version\":\"2.0\"}"))).isEqualTo(refusal());
    }
  }

  @Test
  void when_it_is_pinged_then_it_answers_without_a_word() {
    assertThat(authorizer.invoke(Json.tree(Ping.PAYLOAD)).isMissingNode()).isTrue();
  }

  private JsonNode whoIs(String token) {
    return answerTo("Bearer " + token).path("context");
  }

  private void assertRefused(String token) {
    assertThat(answerTo("Bearer " + token)).isEqualTo(refusal());
  }

  private static JsonNode refusal() {
    return Json.tree("{\"isAuthorized\":false,\"context\":{}}");
  }

  /** The gateway's question in payload format 2.0. */
  private JsonNode answerTo(String header) {
    var event = Json.MAPPER.createObjectNode();
    event.put("version", "2.0").put("type", "REQUEST").put("routeKey", "GET /api/me");
    event.putArray("identitySource").add(header);
    event.putObject("headers").put("authorization", header).put("x-hekax-origin", "test-origin");
    return authorizer.invoke(event);
  }

  private String signed(UnaryOperator<JWTCreator.Builder> change, KeyPair key) {
    return change.apply(claims(JWT.create()).withKeyId(KID)).sign(rsa(key));
  }

  private JWTCreator.Builder claims(JWTCreator.Builder token) {
    return base(token)
        .withSubject(acme().manager().user().toString())
        .withClaim("org", acme().id().toString())
        .withClaim("role", "MANAGER")
        .withClaim("sid", acme().manager().session().toString());
  }

  private static JWTCreator.Builder base(JWTCreator.Builder token) {
    return token
        .withIssuer(SITE)
        .withAudience(SITE)
        .withIssuedAt(Instant.now())
        .withExpiresAt(Instant.now().plusSeconds(900));
  }

  private static Algorithm rsa(KeyPair key) {
    return Algorithm.RSA256(null, (RSAPrivateKey) key.getPrivate());
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
