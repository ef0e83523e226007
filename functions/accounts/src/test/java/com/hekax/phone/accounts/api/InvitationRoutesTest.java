package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.accounts.TeamTest;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationRoutesTest extends TeamTest {
  private static final String NEW_PASSWORD = "a horse of another color";

  private final TestFunction<CreateTeamInvitationsHandler> invite =
      function(CreateTeamInvitationsHandler::new);
  private final TestFunction<ListTeamInvitationsHandler> list =
      function(ListTeamInvitationsHandler::new);
  private final TestFunction<ResendTeamInvitationHandler> resend =
      function(ResendTeamInvitationHandler::new);
  private final TestFunction<DeleteTeamInvitationHandler> withdraw =
      function(DeleteTeamInvitationHandler::new);
  private final TestFunction<LookUpInvitationHandler> lookUp =
      function(LookUpInvitationHandler::new);
  private final TestFunction<AcceptInvitationHandler> accept =
      function(AcceptInvitationHandler::new);
  private final TestFunction<AcceptMyInvitationHandler> acceptMine =
      function(AcceptMyInvitationHandler::new);
  private final TestFunction<LogInHandler> logIn = function(LogInHandler::new);

  private int people;
  private String nora = "";

  @BeforeEach
  void given_somebody_who_is_not_there_yet() {
    nora = "nora" + ++people + "@example.com";
  }

  @Nested
  class Given_people_to_ask {

    @Test
    void when_two_are_invited_then_both_wait_and_each_is_written_to() {
      var response =
          invite(bright.owner(), Map.of(nora, Role.AGENT, "Otto@example.com", Role.ADMIN));

      assertThat(response.status()).isEqualTo(201);
      assertThat(response.json().path("items")).hasSize(2);
      assertThat(waiting())
          .extracting(one -> one.path("email").asText() + " " + one.path("role").asText())
          .containsExactlyInAnyOrder(nora + " AGENT", "Otto@example.com ADMIN");
      assertThat(waiting())
          .allSatisfy(
              one -> {
                assertThat(one.path("inviterName").asText()).isEqualTo(bright.name() + " owner");
                assertThat(
                        Duration.between(
                            Instant.parse(one.path("createdAt").asText()),
                            Instant.parse(one.path("expiresAt").asText())))
                    .isEqualTo(Duration.ofDays(7));
              });
      assertThat(mailsTo(nora))
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.path("kind").asText()).isEqualTo("INVITATION");
                assertThat(mail.path("organization").asText()).isEqualTo(bright.id().toString());
                assertThat(mail.at("/facts/organization").asText()).isEqualTo(bright.name());
                assertThat(mail.at("/facts/inviter").asText()).isEqualTo(bright.name() + " owner");
                assertThat(mail.at("/facts/role").asText()).isEqualTo("AGENT");
              });
    }

    @Test
    void when_somebody_is_invited_then_neither_the_answer_nor_the_event_holds_the_code() {
      var response = invite(bright.owner(), nora, Role.AGENT);

      var code = codeFor(nora);
      assertThat(response.text()).doesNotContain(code);
      assertThat(aws.published().toString()).doesNotContain(code);
    }

    @ParameterizedTest(name = "{0} asks somebody to be {1}: {2}")
    @CsvSource({
      "OWNER, OWNER, 201",
      "ADMIN, ADMIN, 201",
      "ADMIN, OWNER, 403",
      "MANAGER, AGENT, 403",
      "AGENT, AGENT, 403",
    })
    void when_roles_meet_then_only_owners_ask_owners(Role by, Role as, int status) {
      assertThat(invite(bright.as(by), nora, as).status()).isEqualTo(status);
      assertThat(waiting()).hasSize(status == 201 ? 1 : 0);
    }

    @Test
    void when_one_of_them_cannot_be_asked_then_all_are_named_and_nobody_is_asked() {
      invite(bright.owner(), "otto@example.com", Role.AGENT);
      var member = rows("select email from users where id = ?", bright.agent().user().value());

      var response =
          invite.call(
              request()
                  .as(bright.owner())
                  .json(
                      Map.of(
                          "invitations",
                          Stream.of(
                                  nora,
                                  String.valueOf(member.getFirst().get("email"))
                                      .toUpperCase(Locale.ROOT),
                                  "OTTO@example.com",
                                  nora.toUpperCase(Locale.ROOT))
                              .map(email -> Map.of("email", email, "role", "AGENT"))
                              .toList())));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields())
          .containsExactly("invitations[1].email", "invitations[2].email", "invitations[3].email");
      assertThat(waiting()).hasSize(1);
      assertThat(mailsTo(nora)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 51})
    void when_they_are_none_or_too_many_then_the_field_is_named(int count) {
      var people =
          IntStream.range(0, count)
              .mapToObj(i -> Map.of("email", "p" + i + "@example.com", "role", "AGENT"))
              .toList();

      var response = invite.call(request().as(bright.owner()).json(Map.of("invitations", people)));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("invitations");
    }

    @Test
    void when_a_key_tries_then_a_person_has_to() {
      var body = Map.of("invitations", List.of(Map.of("email", nora, "role", "AGENT")));
      var key = bright.key(Permission.TEAM_READ);

      assertThat(invite.call(request().as(key).json(body)).status()).isEqualTo(403);
      assertThat(list.call(request().as(key)).status()).isEqualTo(403);
    }
  }

  @Nested
  class Given_a_plan_with_room_for_five {
    @BeforeEach
    void given() {
      onPlan(bright, "BUSINESS_PRO");
    }

    @Test
    void when_members_and_invitations_fill_it_then_one_more_is_refused() {
      assertThat(invite(bright.owner(), nora, Role.AGENT).status()).isEqualTo(201);

      var response = invite(bright.owner(), "otto@example.com", Role.AGENT);

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.problem()).isEqualTo("PLAN_LIMIT");
      assertThat(waiting()).hasSize(1);
    }

    @Test
    void when_an_invitation_is_taken_back_then_there_is_room_again() {
      invite(bright.owner(), nora, Role.AGENT);
      withdraw(bright.owner(), invitationOf(nora));

      assertThat(invite(bright.owner(), "otto@example.com", Role.AGENT).status()).isEqualTo(201);
    }

    @Test
    void when_one_that_has_expired_is_sent_again_then_it_needs_its_room() {
      invite(bright.owner(), nora, Role.AGENT);
      expire(nora);
      invite(bright.owner(), "otto@example.com", Role.AGENT);

      assertThat(resend(bright.owner(), invitationOf(nora)).problem()).isEqualTo("PLAN_LIMIT");
    }

    @Test
    void when_the_plan_has_become_smaller_then_nobody_more_joins() {
      invite(bright.owner(), nora, Role.AGENT);
      onPlan(bright, "STARTER");

      assertThat(accept(codeFor(nora)).problem()).isEqualTo("PLAN_LIMIT");
      assertThat(rows("select from users where email = ?", nora)).isEmpty();
    }

    @RepeatedTest(3)
    void when_six_are_asked_at_once_then_one_has_the_place() {
      var statuses =
          atOnce(
              IntStream.range(0, 6)
                  .<Callable<Integer>>mapToObj(
                      i ->
                          () ->
                              invite(bright.owner(), "p" + i + "@example.com", Role.AGENT).status())
                  .toList());

      assertThat(statuses).containsOnlyOnce(201).contains(403);
      assertThat(waiting()).hasSize(1);
    }
  }

  @Nested
  class Given_an_invitation_that_waits {
    private String code = "";

    @BeforeEach
    void given() {
      invite(bright.owner(), nora, Role.MANAGER);
      code = codeFor(nora);
    }

    @Test
    void when_its_link_is_opened_then_it_says_what_it_is_for() {
      assertThat(lookUp(code).json().toString())
          .isEqualTo(
              "{\"organizationName\":\"%s\",\"inviterName\":\"%s owner\",\"email\":\"%s\",\"role\":\"MANAGER\",\"hasAccount\":false}"
                  .formatted(bright.name(), bright.name(), nora));
    }

    @Test
    void when_somebody_new_accepts_then_they_are_signed_in_as_what_they_were_asked_to_be() {
      var response = accept(code);

      assertThat(response.status()).isEqualTo(201);
      var token = JWT.decode(response.json().path("accessToken").asText());
      assertThat(token.getClaim("org").asString()).isEqualTo(bright.id().toString());
      assertThat(token.getClaim("role").asString()).isEqualTo("MANAGER");
      assertThat(roleOf(UserId.parse(token.getSubject()), bright)).isEqualTo("MANAGER");
      assertThat(response.cookie("hekax_refresh")).isPresent();
      assertThat(waiting()).isEmpty();
      assertThat(
              logIn.call(request().json(Map.of("email", nora, "password", NEW_PASSWORD))).status())
          .isEqualTo(200);
    }

    @Test
    void when_it_is_accepted_twice_then_the_second_time_the_link_is_not_good() {
      accept(code);

      assertOver(accept(code));
      assertOver(lookUp(code));
    }

    @RepeatedTest(3)
    void when_it_is_accepted_four_times_at_once_then_one_joins() {
      var statuses = atOnce(4, () -> accept(code).status());

      assertThat(statuses).containsOnlyOnce(201);
      assertThat(statuses).filteredOn(status -> status != 201).isSubsetOf(409, 410);
      assertThat(rows("select from users where email = ?", nora)).hasSize(1);
    }

    @Test
    void when_it_is_sent_again_then_the_new_link_is_good_and_the_former_is_not() {
      var response = resend(bright.as(Role.ADMIN), invitationOf(nora));

      assertThat(response.status()).isEqualTo(200);
      assertThat(mailsTo(nora)).hasSize(2);
      assertOver(lookUp(code));
      assertOver(accept(code));
      assertThat(accept(codeFor(nora)).status()).isEqualTo(201);
    }

    @Test
    void when_it_is_taken_back_then_its_link_is_not_good_and_they_can_be_asked_again() {
      assertThat(withdraw(bright.owner(), invitationOf(nora)).status()).isEqualTo(204);

      assertOver(lookUp(code));
      assertOver(accept(code));
      assertThat(waiting()).isEmpty();
      assertThat(invite(bright.owner(), nora, Role.AGENT).status()).isEqualTo(201);
    }

    @Test
    void when_it_has_expired_then_it_is_not_good_and_they_can_be_asked_again() {
      expire(nora);

      assertOver(lookUp(code));
      assertOver(accept(code));
      assertThat(invite(bright.owner(), nora, Role.AGENT).status()).isEqualTo(201);
      assertThat(waiting()).hasSize(1);
    }

    @Test
    void when_it_was_accepted_then_it_is_neither_sent_again_nor_taken_back() {
      var id = invitationOf(nora);
      accept(code);

      assertThat(resend(bright.owner(), id).status()).isEqualTo(404);
      assertThat(withdraw(bright.owner(), id).status()).isEqualTo(404);
    }

    @Test
    void when_another_business_reaches_for_it_then_it_is_not_found_and_still_waits() {
      var id = invitationOf(nora);

      assertThat(resend(globex().owner(), id).status()).isEqualTo(404);
      assertThat(withdraw(globex().owner(), id).status()).isEqualTo(404);
      assertThat(list.call(request().as(globex().owner())).json().path("items")).isEmpty();
      assertThat(lookUp(code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"MANAGER", "AGENT"})
    void when_somebody_reaches_for_it_who_does_not_manage_the_team_then_it_is_forbidden(Role role) {
      var id = invitationOf(nora);

      assertThat(list.call(request().as(bright.as(role))).status()).isEqualTo(403);
      assertThat(resend(bright.as(role), id).status()).isEqualTo(403);
      assertThat(withdraw(bright.as(role), id).status()).isEqualTo(403);
      assertThat(lookUp(code).status()).isEqualTo(200);
    }

    @Test
    void when_its_code_is_of_another_kind_of_mail_then_it_is_not_good() {
      var other = platform().linkCodes().of(AccountMail.RESET_PASSWORD, codeIdFor(nora));

      assertOver(lookUp(other));
      assertOver(accept(other));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"x", "é", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void when_a_code_is_made_up_then_it_is_not_good(String madeUp) {
      assertOver(lookUp(madeUp));
      assertOver(accept(madeUp));
    }

    @Test
    void when_the_password_is_short_then_the_field_is_named_and_the_link_stays_good() {
      var response =
          accept.call(
              request().json(Map.of("code", code, "name", "Nora", "password", "eleven char")));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("password");
      assertThat(lookUp(code).status()).isEqualTo(200);
    }
  }

  @Nested
  class Given_an_invitation_of_an_owner {
    @BeforeEach
    void given() {
      invite(bright.owner(), nora, Role.OWNER);
    }

    @Test
    void when_an_admin_reaches_for_it_then_it_is_forbidden() {
      var id = invitationOf(nora);

      assertThat(resend(bright.as(Role.ADMIN), id).status()).isEqualTo(403);
      assertThat(withdraw(bright.as(Role.ADMIN), id).status()).isEqualTo(403);
      assertThat(waiting()).hasSize(1);
    }
  }

  @Nested
  class Given_somebody_invited_who_is_elsewhere_already {
    private Member agentOfGlobex = globex().agent();
    private String code = "";

    @BeforeEach
    void given() {
      var elsewhere = business("Elsewhere" + people);
      agentOfGlobex = elsewhere.agent();
      var email = emailOf(agentOfGlobex);
      invite(bright.owner(), email.toUpperCase(Locale.ROOT), Role.MANAGER);
      code = codeFor(email.toUpperCase(Locale.ROOT));
    }

    @Test
    void when_its_link_is_opened_then_it_says_that_they_have_an_account() {
      assertThat(lookUp(code).json().path("hasAccount").asBoolean()).isTrue();
    }

    @Test
    void when_they_accept_signed_in_then_they_are_in_both() {
      var response = acceptMine(agentOfGlobex, code);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.json().path("organizationId").asText()).isEqualTo(bright.id().toString());
      assertThat(roleOf(agentOfGlobex.user(), bright)).isEqualTo("MANAGER");
      assertOver(acceptMine(agentOfGlobex, code));
    }

    @Test
    void when_somebody_else_accepts_it_signed_in_then_it_is_forbidden_and_stays_good() {
      assertThat(acceptMine(globex().manager(), code).status()).isEqualTo(403);
      assertThat(acceptMine(bright.agent(), code).status()).isEqualTo(403);
      assertThat(lookUp(code).status()).isEqualTo(200);
    }

    @Test
    void when_the_link_is_used_to_choose_a_password_then_it_is_refused_and_theirs_stays() {
      var response = accept(code);

      assertThat(response.status()).isEqualTo(409);
      assertThat(response.problem()).isEqualTo("EMAIL_TAKEN");
      assertThat(roleOf(agentOfGlobex.user(), bright)).isEqualTo("nobody");
      var login = Map.of("email", emailOf(agentOfGlobex), "password", PASSWORD);
      assertThat(logIn.call(request().json(login)).status()).isEqualTo(200);
    }

    @Test
    void when_they_accept_four_times_at_once_then_they_join_once() {
      var statuses = atOnce(4, () -> acceptMine(agentOfGlobex, code).status());

      assertThat(statuses).containsOnlyOnce(200);
      assertThat(statuses).filteredOn(status -> status != 200).containsOnly(410);
    }
  }

  @Nested
  class Given_somebody_who_was_taken_out_of_their_only_team {

    @Test
    void when_they_are_invited_again_then_they_begin_anew_with_the_same_account() {
      var email = emailOf(bright.agent());
      sql("delete from memberships where user_id = ?", bright.agent().user().value());
      invite(bright.owner(), email, Role.AGENT);
      var code = codeFor(email);
      assertThat(lookUp(code).json().path("hasAccount").asBoolean()).isFalse();

      assertThat(accept(code).status()).isEqualTo(201);

      assertThat(roleOf(bright.agent().user(), bright)).isEqualTo("AGENT");
      var former = Map.of("email", email, "password", PASSWORD);
      assertThat(logIn.call(request().json(former)).status()).isEqualTo(401);
      var chosen = Map.of("email", email, "password", NEW_PASSWORD);
      assertThat(logIn.call(request().json(chosen)).status()).isEqualTo(200);
    }
  }

  private TestResponse invite(Member by, String email, Role role) {
    return invite(by, Map.of(email, role));
  }

  private TestResponse invite(Member by, Map<String, Role> people) {
    var invitations =
        people.entrySet().stream()
            .map(one -> Map.of("email", one.getKey(), "role", one.getValue().name()))
            .toList();
    return invite.call(request().as(by).json(Map.of("invitations", invitations)));
  }

  private TestResponse resend(Member by, String id) {
    return resend.call(request().as(by).path("invitationId", id));
  }

  private TestResponse withdraw(Member by, String id) {
    return withdraw.call(request().as(by).path("invitationId", id));
  }

  private TestResponse lookUp(String code) {
    return lookUp.call(request().json(Map.of("code", code)));
  }

  private TestResponse accept(String code) {
    return accept.call(
        request().json(Map.of("code", code, "name", " Nora New ", "password", NEW_PASSWORD)));
  }

  private TestResponse acceptMine(Member who, String code) {
    return acceptMine.call(request().as(who).json(Map.of("code", code)));
  }

  private static void assertOver(TestResponse response) {
    assertThat(response.status()).isEqualTo(410);
    assertThat(response.problem()).isEqualTo("LINK_INVALID");
  }

  /** Bright's invitations that wait. */
  private List<JsonNode> waiting() {
    return list.call(request().as(bright.owner())).json().path("items").valueStream().toList();
  }

  private String invitationOf(String email) {
    return waiting().stream()
        .filter(one -> one.path("email").asText().equals(email))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private List<JsonNode> mailsTo(String address) {
    return aws.published("AccountMailRequested").stream()
        .filter(mail -> mail.path("address").asText().equals(address))
        .toList();
  }

  private UUID codeIdFor(String address) {
    return UUID.fromString(mailsTo(address).getLast().path("code").asText());
  }

  /** What the newest mail to the address carries, made as whoever writes the mail makes it. */
  private String codeFor(String address) {
    return platform().linkCodes().of(AccountMail.INVITATION, codeIdFor(address));
  }

  private String emailOf(Member member) {
    return String.valueOf(
        rows("select email from users where id = ?", member.user().value())
            .getFirst()
            .get("email"));
  }

  private void expire(String email) {
    sql("update invitations set expires_at = now() - interval '1 second' where email = ?", email);
  }
}
