package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person sees of their devices, and how they end one. */
class SessionRoutesTest extends AccountsTest {
  private final TestFunction<ListSessionsHandler> list = function(ListSessionsHandler::new);
  private final TestFunction<DeleteSessionHandler> delete = function(DeleteSessionHandler::new);
  private final TestFunction<DeleteSessionsHandler> deleteAll =
      function(DeleteSessionsHandler::new);

  @BeforeEach
  void given_members_who_are_signed_in_once() {
    acme();
    globex();
    sql("delete from refresh_tokens");
    sql("delete from sessions where id <> user_id");
    sql("update sessions set ended_at = null, last_used_at = null, user_agent = null");
  }

  @Nested
  class Given_an_agent_of_Acme_who_is_signed_in_on_two_devices {
    private final Member agent = acme().agent();
    private UUID telephone;

    @BeforeEach
    void given() {
      telephone = device(agent, "Mozilla/5.0 (iPhone) AppleWebKit Version/26.1 Safari/604.1");
    }

    @Test
    void when_they_list_them_then_both_are_there_with_what_is_known_of_them() {
      var items = items(agent);

      assertThat(items).hasSize(2);
      var newest = items.getFirst();
      assertThat(newest.path("id").asText()).isEqualTo(telephone.toString());
      assertThat(newest.path("device").asText()).isEqualTo("Safari on iPhone");
      assertThat(newest.path("current").asBoolean()).isFalse();
      assertThat(newest.path("address").isNull()).isTrue();
      assertThat(items.getLast().path("id").asText()).isEqualTo(agent.session().toString());
      assertThat(items.getLast().path("current").asBoolean()).isTrue();
    }

    @Test
    void when_one_was_not_used_for_as_long_as_a_session_lasts_then_it_is_not_listed() {
      sql("update sessions set created_at = now() - interval '31 days' where id = ?", telephone);

      assertThat(items(agent)).hasSize(1);
    }

    @Test
    void when_they_end_one_then_the_other_goes_on() {
      assertThat(end(agent, telephone).status()).isEqualTo(204);

      assertThat(items(agent)).hasSize(1);
      assertThat(rows("select ended_because from sessions where id = ?", telephone).getFirst())
          .containsEntry("ended_because", "ENDED_BY_PERSON");
      assertThat(end(agent, telephone).problem()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void when_somebody_else_wants_to_end_one_then_it_does_not_exist_for_them(Role role) {
      if (role != Role.AGENT) {
        assertThat(end(acme().as(role), telephone).problem()).isEqualTo("NOT_FOUND");
      }
      assertThat(end(globex().as(role), telephone).problem()).isEqualTo("NOT_FOUND");

      assertThat(items(agent)).hasSize(2);
    }

    @Test
    void when_they_sign_out_everywhere_then_all_of_theirs_end_and_nobody_elses() {
      var response = deleteAll.call(request().as(agent));

      assertThat(response.status()).isEqualTo(204);
      assertThat(setCookies(response)).singleElement().asString().contains("Max-Age=0");
      assertThat(items(agent)).isEmpty();
      assertThat(items(acme().manager())).hasSize(1);
      assertThat(items(globex().agent())).hasSize(1);
    }

    @Test
    void when_they_are_signed_in_to_another_organization_as_well_then_that_is_theirs_too() {
      sql(
          "insert into memberships values (?, ?, 'AGENT', now()) on conflict do nothing",
          globex().id().value(),
          agent.user().value());
      var there = device(new Member(globex().id(), agent.user(), Role.AGENT, agent.session()), "");

      assertThat(items(agent)).hasSize(3);
      assertThat(end(agent, there).status()).isEqualTo(204);
    }

    @Test
    void when_a_key_asks_then_it_has_no_sessions() {
      assertThat(list.call(request().as(acme().key())).problem()).isEqualTo("FORBIDDEN");
      assertThat(deleteAll.call(request().as(acme().key())).problem()).isEqualTo("FORBIDDEN");
    }
  }

  @Nested
  class Given_somebody_with_a_password {
    @Test
    void when_their_browser_continues_the_session_then_when_and_where_is_known() {
      var opened = signUp("devices@bright.example");
      var token = accessToken(opened);
      var session = UUID.fromString(token.getClaim("sid").asString());

      refresh(refreshToken(opened));

      assertThat(
              rows(
                  "select address from sessions where last_used_at is not null and id = ?",
                  session))
          .singleElement()
          .satisfies(row -> assertThat(row).containsEntry("address", "203.0.113.7"));
    }

    @Test
    void when_the_session_is_ended_elsewhere_then_the_cookie_continues_nothing() {
      var opened = signUp("elsewhere@bright.example");
      var person = idOf("elsewhere@bright.example");
      sql("update sessions set ended_at = now() where user_id = ?", person);

      assertThat(refresh(refreshToken(opened)).status()).isEqualTo(401);
    }
  }

  private UUID device(Member member, String userAgent) {
    var session = SessionId.create().value();
    sql(
        "insert into sessions (id, organization_id, user_id, created_at, user_agent)"
            + " values (?, ?, ?, now(), ?)",
        session,
        member.organization().value(),
        member.user().value(),
        userAgent);
    return session;
  }

  private TestResponse end(Member member, UUID session) {
    return delete.call(request().as(member).path("sessionId", session));
  }

  private List<JsonNode> items(Member member) {
    var response = list.call(request().as(member));
    assertThat(response.status()).isEqualTo(200);
    return response.json().path("items").valueStream().toList();
  }
}
