package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetMeHandlerTest extends DatabaseTest {
  private final TestFunction<GetMeHandler> getMe = function(GetMeHandler::new);

  @Nested
  class Given_members_of_two_organizations {

    @Test
    void when_each_asks_then_each_is_told_who_and_where_they_are() {
      var manager = me(acme().manager());
      var owner = me(globex().owner());

      assertThat(manager.at("/user/id").asText()).isEqualTo(acme().manager().user().toString());
      assertThat(manager.at("/user/name").asText()).isEqualTo("Acme manager");
      assertThat(manager.at("/user/email").asText()).isEqualTo("manager@acme.example");
      assertThat(manager.at("/organization/id").asText()).isEqualTo(acme().id().toString());
      assertThat(manager.at("/organization/name").asText()).isEqualTo("Acme");
      assertThat(manager.at("/organization/timeZone").asText()).isEqualTo("America/Chicago");
      assertThat(manager.at("/organization/country").asText()).isEqualTo("US");
      assertThat(owner.at("/organization/name").asText()).isEqualTo("Globex");
      assertThat(Instant.parse(manager.path("serverTime").asText()))
          .isCloseTo(Instant.now(), within(Duration.ofSeconds(10)));
    }

    @Test
    void when_a_token_joins_a_person_to_an_organization_that_is_not_theirs_then_it_is_401() {
      var stranger =
          new Member(globex().id(), acme().owner().user(), Role.OWNER, acme().owner().session());

      assertThat(getMe.call(request().as(stranger)).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OWNER, 'CALLS_READ LEADS_READ LEADS_WRITE LEADS_WRITE_ANY RECEPTIONIST_MANAGE CRM_MANAGE WEBHOOKS_MANAGE NOTIFICATIONS_MANAGE TEAM_READ TEAM_MANAGE ORGANIZATION_MANAGE API_KEYS_MANAGE AUDIT_READ ORGANIZATION_OWN'",
    "ADMIN, 'CALLS_READ LEADS_READ LEADS_WRITE LEADS_WRITE_ANY RECEPTIONIST_MANAGE CRM_MANAGE WEBHOOKS_MANAGE NOTIFICATIONS_MANAGE TEAM_READ TEAM_MANAGE ORGANIZATION_MANAGE API_KEYS_MANAGE AUDIT_READ'",
    "MANAGER, 'CALLS_READ LEADS_READ LEADS_WRITE LEADS_WRITE_ANY TEAM_READ'",
    "AGENT, 'CALLS_READ LEADS_READ LEADS_WRITE TEAM_READ'"
  })
  void when_somebody_asks_then_the_permissions_are_their_roles(Role role, String permissions) {
    var me = me(acme().as(role));

    assertThat(me.path("role").asText()).isEqualTo(role.name());
    assertThat(texts(me.path("permissions"))).containsExactly(permissions.split(" ", -1));
  }

  @Test
  void when_the_organization_asks_for_two_steps_and_they_have_one_then_they_may_nothing() {
    var owner = acme().owner();
    var restricted =
        new Member(owner.organization(), owner.user(), owner.role(), owner.session(), true);

    assertThat(texts(me(restricted).path("permissions"))).isEmpty();
  }

  @Nested
  class Given_a_plan {

    @Test
    void when_it_is_the_trial_then_its_limits_and_features_are_told() {
      var plan = me(acme().agent()).path("plan");

      assertThat(plan.path("code").asText()).isEqualTo("TRIAL");
      assertThat(plan.path("limits").toString())
          .isEqualTo("{\"callMinutes\":200,\"aiMinutes\":100,\"phoneNumbers\":1,\"members\":2}");
      assertThat(texts(plan.path("features")))
          .containsExactly(
              "AI_RECEPTIONIST", "CRM", "CALENDAR", "RECORDING", "API_KEYS", "WEBHOOKS");
    }

    @Test
    void when_it_has_no_limits_then_they_are_null() {
      var initech = organization("Initech");
      sql(
          "update organizations set plan = 'ENTERPRISE' where organization_id = ?",
          initech.id().value());

      var plan = me(initech.agent()).path("plan");

      assertThat(plan.path("code").asText()).isEqualTo("ENTERPRISE");
      assertThat(plan.path("limits").toString())
          .isEqualTo(
              "{\"callMinutes\":null,\"aiMinutes\":null,\"phoneNumbers\":null,\"members\":null}");
      assertThat(me(acme().agent()).at("/plan/code").asText()).isEqualTo("TRIAL");
    }
  }

  @Nested
  class Given_nobody {

    @Test
    void when_a_member_was_removed_then_their_token_is_good_for_nothing() {
      var hooli = organization("Hooli");
      sql("delete from sessions where user_id = ?", hooli.agent().user().value());
      sql("delete from memberships where user_id = ?", hooli.agent().user().value());

      var response = getMe.call(request().as(hooli.agent()));

      assertThat(response.status()).isEqualTo(401);
      assertThat(response.problem()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void when_there_is_no_token_then_it_is_401() {
      assertThat(getMe.call(request()).status()).isEqualTo(401);
    }
  }

  private JsonNode me(Member who) {
    var response = getMe.call(request().as(who));
    assertThat(response.status()).isEqualTo(200);
    return response.json();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private static org.assertj.core.data.TemporalUnitOffset within(Duration duration) {
    return org.assertj.core.api.Assertions.within(
        duration.toMillis(), java.time.temporal.ChronoUnit.MILLIS);
  }
}
