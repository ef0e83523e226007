package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two-step sign-in as a person sets it up and uses it, with an app of their own. */
class TwoStepRoutesTest extends AccountsTest {
  private static final String EMAIL = "two@bright.example";

  private final TestFunction<GetTwoStepHandler> get = function(GetTwoStepHandler::new);
  private final TestFunction<CreateTwoStepHandler> create = function(CreateTwoStepHandler::new);
  private final TestFunction<ConfirmTwoStepHandler> confirm = function(ConfirmTwoStepHandler::new);
  private final TestFunction<DisableTwoStepHandler> disable = function(DisableTwoStepHandler::new);
  private final TestFunction<CreateRecoveryCodesHandler> renew =
      function(CreateRecoveryCodesHandler::new);
  private final TestFunction<TakeSecondStepHandler> second = function(TakeSecondStepHandler::new);

  private Member person = acme().owner();

  @BeforeAll
  void given_somebody_with_an_account() {
    var token = accessToken(signUp(EMAIL));
    person =
        new Member(
            OrganizationId.parse(token.getClaim("org").asString()),
            UserId.parse(token.getSubject()),
            Role.OWNER,
            SessionId.parse(token.getClaim("sid").asString()));
  }

  @BeforeEach
  void given_one_step() {
    sql("delete from two_steps");
    sql("delete from recovery_codes");
    sql("delete from sign_in_challenges");
    sql("update users set two_step_since = null");
  }

  @Nested
  class Given_somebody_who_sets_it_up {
    @Test
    void when_they_have_not_confirmed_it_then_they_sign_in_with_the_password_alone() {
      begin();

      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
      assertThat(state().path("enabled").asBoolean()).isFalse();
    }

    @Test
    void when_the_password_is_wrong_then_there_is_no_secret() {
      var response = create.call(request().as(person).json(Map.of("password", "wrong")));

      assertThat(response.wrongFields()).containsExactly("password");
    }

    @Test
    void when_the_code_is_wrong_then_it_is_not_on() {
      begin();

      assertThat(enrol("000000").wrongFields()).containsExactly("code");
      assertThat(state().path("enabled").asBoolean()).isFalse();
    }

    @Test
    void when_the_code_is_right_then_it_is_on_and_ten_codes_are_shown() {
      var app = begin();

      var codes = texts(enrol(app.code(0)), "recoveryCodes");

      assertThat(codes).hasSize(10).doesNotHaveDuplicates();
      assertThat(codes).allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
      assertThat(state().path("enabled").asBoolean()).isTrue();
      assertThat(state().path("recoveryCodesLeft").asInt()).isEqualTo(10);
      var rows = String.valueOf(rows("select c::text as line from recovery_codes as c"));
      assertThat(codes).noneMatch(code -> rows.contains(code.replace("-", "")));
    }

    @Test
    void when_it_is_on_then_it_is_not_set_up_again() {
      var app = begin();
      enrol(app.code(0));

      assertThat(create.call(request().as(person).json(Map.of("password", PASSWORD))).problem())
          .isEqualTo("CONFLICT");
    }

    @Test
    void when_their_address_is_shown_in_the_app_then_it_is_theirs() {
      var begun = create.call(request().as(person).json(Map.of("password", PASSWORD)));

      assertThat(begun.json().path("uri").asText())
          .startsWith("otpauth://totp/HEKAX%20Phone:two%40bright.example?secret=")
          .contains("&issuer=HEKAX%20Phone&algorithm=SHA1&digits=6&period=30");
    }
  }

  @Nested
  class Given_somebody_with_two_steps {
    private App app = new App("");
    private List<String> recovery = List.of();

    @BeforeEach
    void given() {
      app = begin();
      // The step before this one, so that this one is still good.
      recovery = texts(enrol(app.code(-1)), "recoveryCodes");
    }

    @Test
    void when_they_sign_in_then_the_password_opens_no_session() {
      var response = logIn(EMAIL, PASSWORD);

      assertThat(response.status()).isEqualTo(202);
      assertThat(setCookies(response)).isEmpty();
      assertThat(response.json().has("accessToken")).isFalse();
      assertThat(response.json().at("/secondStep/expiresInSeconds").asInt()).isEqualTo(300);
    }

    @Test
    void when_their_secret_is_under_the_former_key_then_it_is_sealed_anew() {
      var plain = platform().envelope().open(person.user(), "authenticator", sealed());
      sql(
          "update two_steps set secret = ?",
          formerEnvelope().seal(person.user(), "authenticator", plain));

      assertThat(second(challenge(), app.code(0)).status()).isEqualTo(200);

      assertThat(platform().envelope().isPresent(sealed())).isTrue();
      assertThat(platform().envelope().open(person.user(), "authenticator", sealed()))
          .isEqualTo(plain);
    }

    private byte[] sealed() {
      return (byte[])
          Objects.requireNonNull(rows("select secret from two_steps").getFirst().get("secret"));
    }

    @Test
    void when_the_password_is_wrong_then_nobody_learns_that_there_are_two() {
      assertThat(logIn(EMAIL, "wrong password").status()).isEqualTo(401);
    }

    @Test
    void when_they_take_the_second_step_then_they_have_a_session() {
      var response = second(challenge(), app.code(0));

      assertThat(response.status()).isEqualTo(200);
      assertThat(accessToken(response).getSubject()).isEqualTo(person.user().toString());
      assertThat(refresh(refreshToken(response)).status()).isEqualTo(200);
    }

    @Test
    void when_a_code_is_shown_twice_then_it_is_good_once() {
      var code = app.code(0);
      assertThat(second(challenge(), code).status()).isEqualTo(200);

      assertThat(second(challenge(), code).status()).isEqualTo(401);
      assertThat(second(challenge(), app.code(-1)).status()).isEqualTo(401);
    }

    @Test
    void when_two_show_the_same_code_at_once_then_one_gets_in() throws SQLException {
      var code = app.code(0);
      var challenge = challenge();

      assertThat(
              atTheSameMoment(
                  2,
                  "select from sign_in_challenges for update",
                  () -> second(challenge, code).status()))
          .containsExactlyInAnyOrder(200, 401);
    }

    @Test
    void when_a_challenge_is_used_or_over_then_it_opens_nothing() {
      var challenge = challenge();
      assertThat(second(challenge, recovery.getFirst()).status()).isEqualTo(200);
      assertThat(second(challenge, recovery.get(1)).status()).isEqualTo(401);

      var late = challenge();
      sql("update sign_in_challenges set expires_at = now() - interval '1 second'");
      assertThat(second(late, recovery.get(1)).status()).isEqualTo(401);
      assertThat(second("made-up", recovery.get(1)).status()).isEqualTo(401);
    }

    @Test
    void when_the_app_is_lost_then_a_recovery_code_lets_them_in_once() {
      var typed = recovery.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");

      assertThat(second(challenge(), typed).status()).isEqualTo(200);
      assertThat(second(challenge(), recovery.getFirst()).status()).isEqualTo(401);
      assertThat(state().path("recoveryCodesLeft").asInt()).isEqualTo(9);
    }

    @Test
    void when_a_code_was_wrong_then_the_log_of_the_organization_tells_of_it() {
      sql("delete from audit_log where action = 'session.refused'");

      second(challenge(), "000000");
      second("made-up", "000000");

      var notes = rows("select * from audit_log where action = 'session.refused'");
      assertThat(notes).hasSize(1);
      assertThat(notes.getFirst())
          .containsEntry("organization_id", person.organization().value())
          .containsEntry("target_id", person.user().toString());
      assertThat(String.valueOf(notes.getFirst().get("after"))).contains("SECOND_STEP");
    }

    @Test
    void when_five_codes_were_wrong_then_even_a_right_one_is_refused_for_a_while() {
      var challenge = challenge();
      for (int i = 0; i < 5; i++) {
        assertThat(second(challenge, "00000" + i).status()).isEqualTo(401);
      }

      assertThat(second(challenge, app.code(0)).status()).isEqualTo(401);
      assertThat(second(challenge, recovery.getFirst()).status()).isEqualTo(401);
      assertThat(rows("select from two_steps where locked_until > now() + interval '50 seconds'"))
          .hasSize(1);

      sql("update two_steps set locked_until = now() - interval '1 second'");
      assertThat(second(challenge, app.code(0)).status()).isEqualTo(200);
      assertThat(rows("select from two_steps where failures = 0")).hasSize(1);
    }

    @Test
    void when_they_turn_it_off_then_the_password_is_enough_again() {
      assertThat(disable("wrong", app.code(0)).wrongFields()).containsExactly("password");
      assertThat(disable(PASSWORD, "000000").wrongFields()).containsExactly("code");
      assertThat(disable(PASSWORD, app.code(0)).status()).isEqualTo(204);

      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
      assertThat(rows("select from recovery_codes")).isEmpty();
    }

    @Test
    void when_they_ask_for_new_recovery_codes_then_the_former_are_good_no_more() {
      var renewed =
          texts(
              renew.call(
                  request().as(person).json(Map.of("password", PASSWORD, "code", app.code(0)))),
              "recoveryCodes");

      assertThat(second(challenge(), recovery.getFirst()).status()).isEqualTo(401);
      assertThat(second(challenge(), renewed.getFirst()).status()).isEqualTo(200);
    }

    @Test
    void when_somebody_else_asks_then_theirs_is_another() {
      assertThat(get.call(request().as(globex().owner())).json().path("enabled").asBoolean())
          .isFalse();
      assertThat(get.call(request().as(acme().key())).problem()).isEqualTo("FORBIDDEN");
    }
  }

  /** An authenticator app that knows the secret. */
  private record App(String secret) {
    String code(int stepsFromNow) {
      var bits = new java.math.BigInteger("0");
      for (int i = 0; i < secret.length(); i++) {
        bits = bits.shiftLeft(5).or(java.math.BigInteger.valueOf(value(secret.charAt(i))));
      }
      var all = bits.toByteArray();
      var key = new byte[20];
      int from = Math.max(0, all.length - 20);
      System.arraycopy(all, from, key, 20 - (all.length - from), all.length - from);
      try {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        long step = Instant.now().getEpochSecond() / 30 + stepsFromNow;
        var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static int value(char letter) {
      return "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
    }
  }

  private App begin() {
    var begun = create.call(request().as(person).json(Map.of("password", PASSWORD)));
    assertThat(begun.status()).isEqualTo(201);
    return new App(begun.json().path("secret").asText());
  }

  private TestResponse enrol(String code) {
    return confirm.call(request().as(person).json(Map.of("code", code)));
  }

  private TestResponse disable(String password, String code) {
    return disable.call(request().as(person).json(Map.of("password", password, "code", code)));
  }

  private String challenge() {
    return logIn(EMAIL, PASSWORD).json().at("/secondStep/challenge").asText();
  }

  private TestResponse second(String challenge, String code) {
    return second.call(request().json(Map.of("challenge", challenge, "code", code)));
  }

  private com.fasterxml.jackson.databind.JsonNode state() {
    return get.call(request().as(person)).json();
  }

  private static List<String> texts(TestResponse response, String field) {
    assertThat(response.status()).isEqualTo(201);
    return response.json().path(field).valueStream().map(node -> node.asText()).toList();
  }
}
