package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeRoutesTest extends AccountsTest {
  private static final String EMAIL = "olivia@bright.example";
  private static final String OTHER = "emil@bright.example";
  private static final String NEW = "olivia@harbour.example";
  private static final String ANOTHER = "a lighthouse keeper's cat";

  private final TestFunction<UpdateMeHandler> updateMe = function(UpdateMeHandler::new);
  private final TestFunction<UpdatePasswordHandler> updatePassword =
      function(UpdatePasswordHandler::new);
  private final TestFunction<CreateEmailChangeHandler> createEmailChange =
      function(CreateEmailChangeHandler::new);
  private final TestFunction<RedeemEmailChangeHandler> redeemEmailChange =
      function(RedeemEmailChangeHandler::new);
  private final TestFunction<CreatePasswordResetHandler> createReset =
      function(CreatePasswordResetHandler::new);
  private final TestFunction<RedeemPasswordResetHandler> redeemReset =
      function(RedeemPasswordResetHandler::new);

  private TestResponse session = new TestResponse(MissingNode.getInstance());

  @BeforeEach
  void given_somebody_who_is_signed_in() {
    sql("truncate organizations, users, signups, sign_in_attempts cascade");
    session = signUp(EMAIL);
  }

  @Nested
  class Given_the_password {

    @Test
    void when_it_is_changed_then_the_new_one_signs_in_and_the_old_one_does_not() {
      assertThat(changePassword(PASSWORD, ANOTHER).status()).isEqualTo(204);

      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(401);
      assertThat(logIn(EMAIL, ANOTHER).status()).isEqualTo(200);
      assertThat(lastMailTo(EMAIL).path("kind").asText()).isEqualTo("PASSWORD_CHANGED");
    }

    @Test
    void when_it_is_changed_then_the_persons_other_sessions_end_and_this_one_goes_on() {
      var elsewhere = refreshToken(logIn(EMAIL, PASSWORD));
      var somebodyElse = refreshToken(signUp(OTHER));

      changePassword(PASSWORD, ANOTHER);

      assertThat(refresh(elsewhere).status()).isEqualTo(401);
      assertThat(refresh(refreshToken(session)).status()).isEqualTo(200);
      assertThat(refresh(somebodyElse).status()).isEqualTo(200);
    }

    @Test
    void when_it_is_changed_then_links_that_were_sent_before_are_void() {
      createReset.call(request().json(Map.of("email", EMAIL)));
      var reset = codeOf(lastMailTo(EMAIL));
      askFor(NEW, PASSWORD);
      var change = codeOf(lastMailTo(NEW));

      changePassword(PASSWORD, ANOTHER);

      assertThat(
              redeemReset
                  .call(request().json(Map.of("code", reset, "password", "yet another long one")))
                  .problem())
          .isEqualTo("LINK_INVALID");
      assertThat(redeem(change).problem()).isEqualTo("LINK_INVALID");
    }

    @Test
    void when_another_is_given_for_it_then_nothing_changes_and_it_is_counted_as_at_sign_in() {
      for (int i = 0; i < 5; i++) {
        var wrong = changePassword("not the password", ANOTHER);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.wrongFields()).containsExactly("currentPassword");
      }

      assertThat(changePassword(PASSWORD, ANOTHER).status()).isEqualTo(429);
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Olivia Owner!", "eleven char", "bright dental 2026"})
    void when_the_new_one_is_not_good_enough_then_the_problem_names_it(String password) {
      var refused = changePassword(PASSWORD, password);

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.wrongFields()).containsExactly("newPassword");
      assertThat(refresh(refreshToken(session)).status()).isEqualTo(200);
    }
  }

  @Nested
  class Given_another_address {

    @Test
    void when_it_is_asked_for_then_the_answer_is_the_same_whether_it_has_an_account() {
      signUp(OTHER);

      var free = askFor(NEW, PASSWORD);
      var taken = askFor(OTHER, PASSWORD);

      assertThat(free.status()).isEqualTo(202);
      assertThat(taken.answer()).isEqualTo(free.answer());
      assertThat(lastMailTo(NEW).path("kind").asText()).isEqualTo("CONFIRM_EMAIL_CHANGE");
      assertThat(lastMailTo(OTHER).path("kind").asText()).isEqualTo("ALREADY_SIGNED_UP");
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void when_one_or_the_other_is_asked_for_then_it_costs_one_hash() {
      signUp(OTHER);

      assertThat(hashesFor(() -> askFor(NEW, PASSWORD))).isEqualTo(1);
      assertThat(hashesFor(() -> askFor(OTHER, PASSWORD))).isEqualTo(1);
    }

    @Test
    void when_its_code_is_redeemed_then_the_person_signs_in_with_it_and_the_former_one_is_told() {
      askFor(NEW, PASSWORD);

      assertThat(redeem(codeOf(lastMailTo(NEW))).status()).isEqualTo(204);

      assertThat(logIn(NEW, PASSWORD).status()).isEqualTo(200);
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(401);
      var told = lastMailTo(EMAIL);
      assertThat(told.path("kind").asText()).isEqualTo("EMAIL_CHANGED");
      assertThat(told.at("/facts/newAddress").asText()).isEqualTo("o•••@harbour.example");
      assertThat(refresh(refreshToken(session)).status()).isEqualTo(200);
    }

    @Test
    void when_its_code_is_redeemed_then_a_reset_that_went_to_the_former_one_is_void() {
      createReset.call(request().json(Map.of("email", EMAIL)));
      var reset = codeOf(lastMailTo(EMAIL));
      askFor(NEW, PASSWORD);

      redeem(codeOf(lastMailTo(NEW)));

      assertThat(
              redeemReset
                  .call(request().json(Map.of("code", reset, "password", ANOTHER)))
                  .problem())
          .isEqualTo("LINK_INVALID");
    }

    @Test
    void when_its_code_is_redeemed_by_three_at_the_same_moment_then_one_changes_it()
        throws SQLException {
      askFor(NEW, PASSWORD);
      var code = codeOf(lastMailTo(NEW));

      var statuses =
          atTheSameMoment(3, "select from email_changes for update", () -> redeem(code).status());

      assertThat(statuses).containsExactlyInAnyOrder(204, 410, 410);
    }

    @Test
    void when_a_newer_one_was_asked_for_then_the_former_code_is_over() {
      askFor(NEW, PASSWORD);
      var former = codeOf(lastMailTo(NEW));
      askFor("olivia@third.example", PASSWORD);

      assertThat(redeem(former).problem()).isEqualTo("LINK_INVALID");
      assertThat(redeem(codeOf(lastMailTo("olivia@third.example"))).status()).isEqualTo(204);
    }

    @Test
    void when_it_has_got_an_account_in_the_meantime_then_it_is_taken() {
      askFor(NEW, PASSWORD);
      var code = codeOf(lastMailTo(NEW));
      signUp(NEW);

      var response = redeem(code);

      assertThat(response.status()).isEqualTo(409);
      assertThat(response.problem()).isEqualTo("EMAIL_TAKEN");
    }

    @Test
    void when_the_password_is_another_then_nobody_is_written_to() {
      var mails = mailsTo(NEW).size();

      var response = askFor(NEW, "not the password");

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("password");
      assertThat(mailsTo(NEW)).hasSize(mails);
    }
  }

  @Nested
  class Given_a_name {

    @Test
    void when_it_is_changed_then_the_person_has_it_and_nobody_else() {
      signUp(OTHER);

      var response = updateMe.call(request().as(me()).json(Map.of("name", "  Olivia Harbour ")));

      assertThat(response.status()).isEqualTo(204);
      assertThat(rows("select name from users where email = ?", EMAIL))
          .containsExactly(Map.of("name", "Olivia Harbour"));
      assertThat(rows("select name from users where email = ?", OTHER))
          .containsExactly(Map.of("name", "Olivia Owner"));
    }

    @Test
    void when_more_than_it_is_sent_then_the_request_is_refused() {
      var response =
          updateMe.call(request().as(me()).json(Map.of("name", "Olivia", "role", "OWNER")));

      assertThat(response.wrongFields()).containsExactly("role");
    }
  }

  @Test
  void when_nobody_or_a_program_asks_then_it_is_refused() {
    var key = acme().key(Permission.LEADS_READ);
    var password = Map.of("currentPassword", PASSWORD, "newPassword", ANOTHER);
    var email = Map.of("email", NEW, "password", PASSWORD);
    var name = Map.of("name", "Olivia");

    assertThat(
            List.of(
                updatePassword.call(request().json(password)).status(),
                createEmailChange.call(request().json(email)).status(),
                updateMe.call(request().json(name)).status()))
        .containsOnly(401);
    assertThat(
            List.of(
                updatePassword.call(request().as(key).json(password)).status(),
                createEmailChange.call(request().as(key).json(email)).status(),
                updateMe.call(request().as(key).json(name)).status()))
        .containsOnly(403);
  }

  /** Whose the session is. */
  private Member me() {
    var token = accessToken(session);
    return new Member(
        OrganizationId.parse(token.getClaim("org").asString()),
        UserId.parse(token.getSubject()),
        Role.valueOf(token.getClaim("role").asString()),
        SessionId.parse(token.getClaim("sid").asString()));
  }

  private TestResponse changePassword(String current, String next) {
    return updatePassword.call(
        request().as(me()).json(Map.of("currentPassword", current, "newPassword", next)));
  }

  private TestResponse askFor(String email, String password) {
    return createEmailChange.call(
        request().as(me()).json(Map.of("email", email, "password", password)));
  }

  private TestResponse redeem(String code) {
    return redeemEmailChange.call(request().json(Map.of("code", code)));
  }
}
