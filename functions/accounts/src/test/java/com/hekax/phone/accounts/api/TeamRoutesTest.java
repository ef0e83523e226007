package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.accounts.TeamTest;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TeamRoutesTest extends TeamTest {
  private final TestFunction<ListTeamHandler> list = function(ListTeamHandler::new);
  private final TestFunction<UpdateTeamMemberHandler> update =
      function(UpdateTeamMemberHandler::new);
  private final TestFunction<DeleteTeamMemberHandler> delete =
      function(DeleteTeamMemberHandler::new);
  private final TestFunction<CreateTeamOwnershipHandler> handOver =
      function(CreateTeamOwnershipHandler::new);

  @Nested
  class Given_a_team {

    @ParameterizedTest
    @EnumSource(Role.class)
    void when_a_member_lists_it_then_all_are_there_by_name_and_nobody_elses(Role role) {
      var team = team(bright.as(role));

      assertThat(team)
          .extracting(member -> member.path("name").asText())
          .containsExactly(
              bright.name() + " admin",
              bright.name() + " agent",
              bright.name() + " manager",
              bright.name() + " owner");
      assertThat(team)
          .extracting(member -> member.path("role").asText())
          .containsExactly("ADMIN", "AGENT", "MANAGER", "OWNER");
    }

    @Test
    void when_it_is_listed_then_each_is_shown_with_when_they_came_and_were_last_seen() {
      sql(
          "insert into sessions (id, organization_id, user_id, created_at, last_used_at)"
              + " values (?, ?, ?, '2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z')",
          UUID.randomUUID(),
          bright.id().value(),
          bright.agent().user().value());

      var agent = team(bright.owner()).get(1);

      assertThat(agent.path("userId").asText()).isEqualTo(bright.agent().user().toString());
      assertThat(agent.path("email").asText()).endsWith(".example");
      assertThat(Instant.parse(agent.path("joinedAt").asText())).isBefore(Instant.now());
      assertThat(agent.path("lastSeenAt").asText()).isEqualTo("2027-02-01T00:00:00Z");
    }

    @Test
    void when_one_signs_in_with_two_steps_then_that_is_shown_of_them_alone() {
      sql("update users set two_step_since = now() where id = ?", bright.manager().user().value());

      assertThat(team(bright.owner()))
          .extracting(member -> member.path("twoStep").asBoolean())
          .containsExactly(false, false, true, false);
    }

    @Test
    void when_somebody_was_seen_elsewhere_then_that_is_not_told_here() {
      sql("delete from sessions where organization_id = ?", bright.id().value());
      join(bright.agent(), globex().id().value(), "AGENT");
      signedIn(
          new Member(globex().id(), bright.agent().user(), Role.AGENT, bright.agent().session()));

      assertThat(team(bright.owner()).get(1).path("lastSeenAt").isNull()).isTrue();
    }

    @Test
    void when_a_key_with_the_scope_lists_it_then_it_sees_it_and_one_without_does_not() {
      assertThat(list.call(request().as(bright.key(Permission.TEAM_READ))).status()).isEqualTo(200);
      assertThat(list.call(request().as(bright.key(Permission.LEADS_READ))).status())
          .isEqualTo(403);
    }

    @Test
    void when_nobody_asks_then_it_is_401() {
      assertThat(list.call(request()).status()).isEqualTo(401);
    }
  }

  @Nested
  class Given_roles_to_change {

    @Test
    void when_an_owner_gives_a_role_then_it_is_theirs() {
      var response = change(bright.owner(), bright.agent().user(), Role.MANAGER);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.json().path("role").asText()).isEqualTo("MANAGER");
      assertThat(roleOf(bright.agent().user(), bright)).isEqualTo("MANAGER");
    }

    @ParameterizedTest(name = "{0} makes {1} {2}: {3}")
    @CsvSource({
      "OWNER, ADMIN, OWNER, 200",
      "ADMIN, AGENT, ADMIN, 200",
      "ADMIN, ADMIN, AGENT, 200",
      "ADMIN, AGENT, OWNER, 403",
      "ADMIN, ADMIN, OWNER, 403",
      "ADMIN, OWNER, AGENT, 403",
      "MANAGER, AGENT, MANAGER, 403",
      "AGENT, AGENT, OWNER, 403",
      "OWNER, OWNER, ADMIN, 409",
    })
    void when_roles_meet_then_owners_are_for_owners(Role by, Role whom, Role to, int status) {
      var response = change(bright.as(by), bright.as(whom).user(), to);

      assertThat(response.status()).isEqualTo(status);
      assertThat(roleOf(bright.as(whom).user(), bright))
          .isEqualTo(status == 200 ? to.name() : whom.name());
    }

    @Test
    void when_it_is_the_last_owner_then_the_problem_says_so() {
      var response = change(bright.owner(), bright.owner().user(), Role.AGENT);

      assertThat(response.problem()).isEqualTo("LAST_OWNER");
    }

    @Test
    void when_the_member_is_of_another_business_then_it_is_not_found_and_stays_as_it_was() {
      var response = change(bright.owner(), globex().agent().user(), Role.ADMIN);

      assertThat(response.status()).isEqualTo(404);
      assertThat(roleOf(globex().agent().user(), globex())).isEqualTo("AGENT");
    }

    @Test
    void when_somebody_is_in_two_businesses_then_their_role_changes_in_one() {
      join(bright.agent(), globex().id().value(), "AGENT");

      change(bright.owner(), bright.agent().user(), Role.ADMIN);

      assertThat(roleOf(bright.agent().user(), globex())).isEqualTo("AGENT");
    }

    @Test
    void when_the_token_still_says_admin_of_somebody_who_is_none_then_it_is_forbidden() {
      change(bright.owner(), bright.as(Role.ADMIN).user(), Role.AGENT);

      assertThat(change(bright.as(Role.ADMIN), bright.manager().user(), Role.AGENT).status())
          .isEqualTo(403);
      assertThat(remove(bright.as(Role.ADMIN), bright.manager().user()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"role, BOSS", "role, ''", "role, agent"})
    void when_the_role_is_none_then_the_field_is_named(String field, String role) {
      var response =
          update.call(
              request()
                  .as(bright.owner())
                  .path("userId", bright.agent().user())
                  .json(Map.of("role", role)));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(field);
    }
  }

  @Nested
  class Given_somebody_who_goes {

    @ParameterizedTest(name = "{0} takes {1} out: {2}")
    @CsvSource({
      "OWNER, ADMIN, 204",
      "OWNER, AGENT, 204",
      "ADMIN, MANAGER, 204",
      "ADMIN, ADMIN, 204",
      "MANAGER, MANAGER, 204",
      "AGENT, AGENT, 204",
      "ADMIN, OWNER, 403",
      "MANAGER, AGENT, 403",
      "AGENT, MANAGER, 403",
      "AGENT, OWNER, 403",
      "OWNER, OWNER, 409",
    })
    void when_roles_meet_then_everybody_may_leave_but_the_last_owner(
        Role by, Role whom, int status) {
      var response = remove(bright.as(by), bright.as(whom).user());

      assertThat(response.status()).isEqualTo(status);
      assertThat(roleOf(bright.as(whom).user(), bright))
          .isEqualTo(status == 204 ? "nobody" : whom.name());
    }

    @Test
    void when_it_is_the_last_owner_then_the_problem_says_so() {
      assertThat(remove(bright.owner(), bright.owner().user()).problem()).isEqualTo("LAST_OWNER");
    }

    @Test
    void when_they_are_gone_then_their_sessions_here_have_ended_and_no_others() {
      join(bright.agent(), globex().id().value(), "AGENT");
      var elsewhere =
          new Member(globex().id(), bright.agent().user(), Role.AGENT, bright.agent().session());
      signedIn(bright.agent());
      signedIn(bright.agent());
      signedIn(elsewhere);
      signedIn(bright.manager());

      remove(bright.owner(), bright.agent().user());

      assertThat(openSessionsOf(bright.agent())).isZero();
      assertThat(openSessionsOf(elsewhere)).isPositive();
      assertThat(openSessionsOf(bright.manager())).isPositive();
      assertThat(
              rows(
                  "select distinct ended_because from sessions where organization_id = ? and"
                      + " user_id = ?",
                  bright.id().value(),
                  bright.agent().user().value()))
          .containsExactly(Map.of("ended_because", "REMOVED"));
    }

    @Test
    void when_they_are_gone_then_their_leads_are_nobodys() {
      var lead = UUID.randomUUID();
      sql(
          "insert into leads (id, organization_id, name, stage, source, assigned_to, created_at,"
              + " updated_at) values (?, ?, 'Maria', 'NEW', 'MANUAL', ?, now(), now())",
          lead,
          bright.id().value(),
          bright.agent().user().value());

      assertThat(remove(bright.owner(), bright.agent().user()).status()).isEqualTo(204);

      var left = rows("select organization_id::text, assigned_to from leads where id = ?", lead);
      assertThat(left).singleElement().extracting("assigned_to").isNull();
      assertThat(left)
          .singleElement()
          .extracting("organization_id")
          .isEqualTo(bright.id().toString());
    }

    @Test
    void when_they_are_gone_then_their_open_pages_are_told_nothing_more() {
      for (var member : List.of(bright.agent(), bright.manager())) {
        sql(
            "insert into live_connections values (?, ?, ?, now(), now() + interval '2 hours')",
            member.user().toString(),
            bright.id().value(),
            member.user().value());
        sql(
            "insert into live_tickets values (uuid_send(?), ?, ?, now() + interval '30 seconds')",
            member.user().value(),
            bright.id().value(),
            member.user().value());
      }

      remove(bright.owner(), bright.agent().user());

      var left = List.of(Map.of("user_id", (Object) bright.manager().user().value()));
      assertThat(
              rows(
                  "select user_id from live_connections where organization_id = ?",
                  bright.id().value()))
          .isEqualTo(left);
      assertThat(
              rows(
                  "select user_id from live_tickets where organization_id = ?",
                  bright.id().value()))
          .isEqualTo(left);
    }

    @Test
    void when_they_are_gone_then_their_account_and_other_businesses_stay() {
      join(bright.agent(), globex().id().value(), "AGENT");

      remove(bright.owner(), bright.agent().user());

      assertThat(roleOf(bright.agent().user(), globex())).isEqualTo("AGENT");
      assertThat(rows("select from users where id = ?", bright.agent().user().value())).hasSize(1);
    }

    @Test
    void when_they_are_taken_out_twice_then_the_second_time_they_are_not_there() {
      remove(bright.owner(), bright.agent().user());

      assertThat(remove(bright.owner(), bright.agent().user()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void when_the_member_is_of_another_business_then_it_is_not_found_and_stays(Role role) {
      assertThat(remove(bright.as(role), globex().agent().user()).status()).isEqualTo(404);
      assertThat(roleOf(globex().agent().user(), globex())).isEqualTo("AGENT");
    }

    @Test
    void when_a_key_tries_then_a_person_has_to() {
      var response =
          delete.call(
              request().as(bright.key(Permission.TEAM_READ)).path("userId", bright.agent().user()));

      assertThat(response.status()).isEqualTo(403);
    }
  }

  @Nested
  class Given_an_owner_who_hands_over {

    @Test
    void when_the_password_is_right_then_the_other_is_the_owner_and_they_an_admin() {
      assertThat(handOver(bright.owner(), bright.agent().user(), PASSWORD).status()).isEqualTo(204);

      assertThat(roleOf(bright.agent().user(), bright)).isEqualTo("OWNER");
      assertThat(roleOf(bright.owner().user(), bright)).isEqualTo("ADMIN");
    }

    @Test
    void when_the_password_is_wrong_then_the_field_is_named_and_all_stays() {
      var response = handOver(bright.owner(), bright.agent().user(), "something else");

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("password");
      assertThat(roleOf(bright.owner().user(), bright)).isEqualTo("OWNER");
    }

    @Test
    void when_it_is_to_themselves_then_the_field_is_named() {
      assertThat(handOver(bright.owner(), bright.owner().user(), PASSWORD).wrongFields())
          .containsExactly("userId");
    }

    @Test
    void when_it_is_to_somebody_of_another_business_then_it_is_not_found_and_all_stays() {
      assertThat(handOver(bright.owner(), globex().agent().user(), PASSWORD).status())
          .isEqualTo(404);
      assertThat(roleOf(bright.owner().user(), bright)).isEqualTo("OWNER");
      assertThat(roleOf(globex().agent().user(), globex())).isEqualTo("AGENT");
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"ADMIN", "MANAGER", "AGENT"})
    void when_it_is_not_an_owner_then_it_is_forbidden(Role role) {
      assertThat(handOver(bright.as(role), bright.agent().user(), PASSWORD).status())
          .isEqualTo(403);
    }

    @Test
    void when_it_is_done_twice_at_once_then_one_of_the_two_is_the_owner() {
      var statuses =
          atOnce(
              List.of(
                  () -> handOver(bright.owner(), bright.agent().user(), PASSWORD).status(),
                  () -> handOver(bright.owner(), bright.manager().user(), PASSWORD).status()));

      assertThat(statuses).containsExactlyInAnyOrder(204, 403);
      assertThat(ownersOfBright()).isEqualTo(1);
    }
  }

  @Nested
  class Given_two_owners {

    @RepeatedTest(5)
    void when_both_leave_at_once_then_one_stays() {
      change(bright.owner(), bright.agent().user(), Role.OWNER);

      var statuses =
          atOnce(
              Stream.of(bright.owner(), bright.agent())
                  .<Callable<Integer>>map(who -> () -> remove(who, who.user()).status())
                  .toList());

      assertThat(statuses).containsExactlyInAnyOrder(204, 409);
      assertThat(ownersOfBright()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void when_each_takes_it_from_the_other_at_once_then_one_stays() {
      change(bright.owner(), bright.agent().user(), Role.OWNER);
      var second =
          new Member(bright.id(), bright.agent().user(), Role.OWNER, bright.agent().session());

      var statuses =
          atOnce(
              List.of(
                  () -> change(bright.owner(), second.user(), Role.ADMIN).status(),
                  () -> change(second, bright.owner().user(), Role.ADMIN).status()));

      assertThat(statuses).containsExactlyInAnyOrder(200, 403);
      assertThat(ownersOfBright()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void when_one_leaves_and_the_other_steps_down_at_once_then_one_stays() {
      change(bright.owner(), bright.agent().user(), Role.OWNER);
      var second =
          new Member(bright.id(), bright.agent().user(), Role.OWNER, bright.agent().session());

      var statuses =
          atOnce(
              List.of(
                  () -> remove(bright.owner(), bright.owner().user()).status(),
                  () -> change(second, second.user(), Role.AGENT).status()));

      assertThat(statuses).containsOnlyOnce(409);
      assertThat(ownersOfBright()).isEqualTo(1);
    }
  }

  /** The team as a member sees it, by name. */
  private List<JsonNode> team(Member seenBy) {
    var response = list.call(request().as(seenBy));
    assertThat(response.status()).isEqualTo(200);
    return response.json().path("items").valueStream().toList();
  }

  private TestResponse change(Member by, UserId user, Role role) {
    return update.call(request().as(by).path("userId", user).json(Map.of("role", role.name())));
  }

  private TestResponse remove(Member by, UserId user) {
    return delete.call(request().as(by).path("userId", user));
  }

  private TestResponse handOver(Member by, UserId to, String password) {
    return handOver.call(
        request().as(by).json(Map.of("userId", to.toString(), "password", password)));
  }

  private void join(Member member, UUID organization, String role) {
    sql(
        "insert into memberships values (?, ?, ?, now())",
        organization,
        member.user().value(),
        role);
  }

  private int ownersOfBright() {
    return rows(
            "select from memberships where organization_id = ? and role = 'OWNER'",
            bright.id().value())
        .size();
  }
}
