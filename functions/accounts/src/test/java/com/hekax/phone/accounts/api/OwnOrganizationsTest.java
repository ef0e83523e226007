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
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who owns a business of their own and works for Globex as well. */
class OwnOrganizationsTest extends AccountsTest {
  private static final String EMAIL = "both@bright.example";

  private final TestFunction<ListOwnOrganizationsHandler> list =
      function(ListOwnOrganizationsHandler::new);
  private final TestFunction<SwitchOrganizationHandler> change =
      function(SwitchOrganizationHandler::new);
  private final TestFunction<GetMeHandler> getMe = function(GetMeHandler::new);

  private String token = "";
  private Member owner = acme().owner();

  @BeforeAll
  void given_somebody_in_two_organizations() {
    signUp(EMAIL);
    sql(
        "insert into memberships values (?, ?, 'AGENT', now())",
        globex().id().value(),
        idOf(EMAIL));
  }

  @BeforeEach
  void given_a_session_in_their_own() {
    var response = logIn(EMAIL, PASSWORD);
    token = refreshToken(response);
    var claims = accessToken(response);
    owner =
        new Member(
            OrganizationId.parse(claims.getClaim("org").asString()),
            UserId.parse(claims.getSubject()),
            Role.OWNER,
            SessionId.parse(claims.getClaim("sid").asString()));
  }

  @Test
  void when_they_list_their_organizations_then_both_are_there_and_no_other() {
    var items = list.call(request().as(owner)).json().path("items").valueStream().toList();

    assertThat(items).hasSize(2);
    assertThat(items.getFirst().path("name").asText()).isEqualTo("Bright Dental");
    assertThat(items.getFirst().path("role").asText()).isEqualTo("OWNER");
    assertThat(items.getFirst().path("current").asBoolean()).isTrue();
    assertThat(items.getLast().path("name").asText()).isEqualTo("Globex");
    assertThat(items.getLast().path("role").asText()).isEqualTo("AGENT");
    assertThat(items.getLast().path("current").asBoolean()).isFalse();
  }

  @Test
  void when_they_ask_who_they_are_then_they_learn_how_many_there_are() {
    var me = getMe.call(request().as(owner)).json();

    assertThat(me.path("organizations").asInt()).isEqualTo(2);
    assertThat(me.path("twoStep").asBoolean()).isFalse();
    assertThat(me.path("restricted").asBoolean()).isFalse();
    assertThat(getMe.call(request().as(globex().owner())).json().path("organizations").asInt())
        .isEqualTo(1);
  }

  @Test
  void when_they_switch_then_they_are_who_they_are_there_and_the_session_here_ends() {
    var response = switchTo(globex().id(), token);

    assertThat(response.status()).isEqualTo(200);
    var claims = accessToken(response);
    assertThat(claims.getSubject()).isEqualTo(owner.user().toString());
    assertThat(claims.getClaim("org").asString()).isEqualTo(globex().id().toString());
    assertThat(claims.getClaim("role").asString()).isEqualTo("AGENT");
    assertThat(claims.getClaim("sid").asString()).isNotEqualTo(owner.session().toString());
    assertThat(refresh(token).status()).isEqualTo(401);
    assertThat(
            rows("select ended_because from sessions where id = ?", owner.session().value())
                .getFirst())
        .containsEntry("ended_because", "SWITCHED");
    assertThat(refresh(refreshToken(response)).status()).isEqualTo(200);
  }

  @Test
  void when_the_organization_is_not_theirs_then_it_does_not_exist_and_the_session_goes_on() {
    assertThat(switchTo(acme().id(), token).problem()).isEqualTo("NOT_FOUND");
    assertThat(switchTo(OrganizationId.create(), token).problem()).isEqualTo("NOT_FOUND");

    assertThat(refresh(token).status()).isEqualTo(200);
  }

  @Test
  void when_the_cookie_is_none_or_was_used_then_the_session_is_over() {
    assertThat(switchTo(globex().id(), "garbage").status()).isEqualTo(401);
    var next = refreshToken(refresh(token));

    assertThat(switchTo(globex().id(), token).status()).isEqualTo(401);
    assertThat(refresh(next).status()).isEqualTo(401);
  }

  private TestResponse switchTo(OrganizationId organization, String refreshToken) {
    return change.call(
        withCookie(refreshToken).json(Map.of("organizationId", organization.toString())));
  }
}
