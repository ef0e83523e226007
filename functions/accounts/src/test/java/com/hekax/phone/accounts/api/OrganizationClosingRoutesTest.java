package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.accounts.TeamTest;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrganizationClosingRoutesTest extends TeamTest {
  private final TestFunction<GetOrganizationClosingHandler> get =
      function(GetOrganizationClosingHandler::new);
  private final TestFunction<CreateOrganizationClosingHandler> close =
      function(CreateOrganizationClosingHandler::new);
  private final TestFunction<DeleteOrganizationClosingHandler> keep =
      function(DeleteOrganizationClosingHandler::new);

  @Nested
  class Given_a_business_that_goes_on {

    @Test
    void when_an_owner_looks_then_all_that_would_end_is_counted_and_nothing_of_others() {
      has(bright, 2, 3, 4, 5);
      has(globex(), 7, 7, 7, 7);

      var prospect = seenBy(bright.owner());

      assertThat(prospect.path("numbers").asInt()).isEqualTo(2);
      assertThat(prospect.path("recordings").asInt()).isEqualTo(3);
      assertThat(prospect.path("leads").asInt()).isEqualTo(4);
      assertThat(prospect.path("calls").asInt()).isEqualTo(5);
      assertThat(prospect.path("members").asInt()).isEqualTo(4);
      assertThat(prospect.path("subscription").asBoolean()).isTrue();
      assertThat(prospect.path("daysKept").asInt()).isEqualTo(30);
      assertThat(prospect.path("closing").isNull()).isTrue();
    }

    @Test
    void when_it_is_on_a_trial_then_no_subscription_ends() {
      onPlan(bright, "TRIAL");

      assertThat(seenBy(bright.owner()).path("subscription").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"ADMIN", "MANAGER", "AGENT"})
    void when_no_owner_asks_then_it_is_403_and_nothing_changes(Role role) {
      var member = bright.as(role);

      assertThat(get.call(request().as(member)).status()).isEqualTo(403);
      assertThat(closeBy(member, bright.name(), PASSWORD).status()).isEqualTo(403);
      assertThat(keep.call(request().as(member)).status()).isEqualTo(403);
      assertThat(closings(bright)).isEmpty();
    }

    @Test
    void when_a_program_or_nobody_asks_then_it_is_refused() {
      var key = bright.key(Permission.ORGANIZATION_MANAGE, Permission.TEAM_READ);

      assertThat(get.call(request().as(key)).status()).isEqualTo(403);
      assertThat(get.call(request()).status()).isEqualTo(401);
      assertThat(keep.call(request().as(key)).status()).isEqualTo(403);
    }

    @Test
    void when_the_name_is_another_then_it_goes_on_and_the_password_was_not_tried() {
      var response = closeBy(bright.owner(), "Bright", "not the password");

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.json().at("/errors/0/field").asText()).isEqualTo("name");
      assertThat(response.json().path("errors")).hasSize(1);
      assertThat(closings(bright)).isEmpty();
      assertThat(rows("select from sign_in_attempts")).isEmpty();
    }

    @Test
    void when_the_password_is_wrong_too_often_then_the_right_one_is_refused_too() {
      for (int i = 0; i < 5; i++) {
        assertThat(
                closeBy(bright.owner(), bright.name(), "wrong")
                    .json()
                    .at("/errors/0/field")
                    .asText())
            .isEqualTo("password");
      }

      assertThat(closeBy(bright.owner(), bright.name(), PASSWORD).status()).isEqualTo(429);
      assertThat(closings(bright)).isEmpty();
      sql("delete from sign_in_attempts");
    }

    @Test
    void when_it_is_to_be_kept_then_nothing_changes_and_nobody_is_written_to() {
      assertThat(keep.call(request().as(bright.owner())).status()).isEqualTo(204);

      assertThat(rows("select from outbox")).isEmpty();
    }

    @Test
    void when_somebody_is_no_owner_any_more_then_an_old_session_of_theirs_closes_nothing() {
      sql("update memberships set role = 'ADMIN' where user_id = ?", bright.owner().user().value());

      assertThat(closeBy(bright.owner(), bright.name(), PASSWORD).status()).isEqualTo(403);
      assertThat(closings(bright)).isEmpty();
    }
  }

  @Nested
  class Given_an_owner_who_closes_it {

    @Test
    void when_name_and_password_are_right_then_it_is_closing_for_thirty_days() {
      assertThat(closeBy(bright.owner(), " " + bright.name() + " ", PASSWORD).status())
          .isEqualTo(204);

      var closing = seenBy(bright.owner()).path("closing");
      var requested = Instant.parse(closing.path("requestedAt").asText());
      assertThat(requested).isBetween(Instant.now().minusSeconds(30), Instant.now());
      assertThat(Instant.parse(closing.path("erasesAt").asText()))
          .isEqualTo(requested.plus(Duration.ofDays(30)));
      assertThat(closings(globex())).isEmpty();
    }

    @Test
    void when_it_is_closing_then_others_hear_of_it_and_every_owner_is_written_to() {
      sql(
          "update memberships set role = 'OWNER' where user_id = ?",
          bright.as(Role.ADMIN).user().value());
      sql(
          "update organizations set time_zone = 'Pacific/Kiritimati' where name = ?",
          bright.name());

      closeBy(bright.owner(), bright.name(), PASSWORD);

      assertThat(events("OrganizationClosing"))
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.path("erasesAt"))
                      .isEqualTo(seenBy(bright.owner()).at("/closing/erasesAt")));
      assertThat(events("AccountMailRequested"))
          .extracting(mail -> mail.path("address").asText())
          .containsExactlyInAnyOrder(
              "owner@%s.example".formatted(bright.name().toLowerCase(java.util.Locale.ROOT)),
              "admin@%s.example".formatted(bright.name().toLowerCase(java.util.Locale.ROOT)));
      // Where the business is, it is tomorrow already.
      var day =
          java.time.format.DateTimeFormatter.ofPattern("MMMM d, uuuu", java.util.Locale.US)
              .format(
                  Instant.parse(seenBy(bright.owner()).at("/closing/erasesAt").asText())
                      .atZone(java.time.ZoneId.of("Pacific/Kiritimati")));
      assertThat(events("AccountMailRequested"))
          .allSatisfy(
              mail -> {
                assertThat(mail.path("kind").asText()).isEqualTo("ORGANIZATION_CLOSING");
                assertThat(mail.at("/facts/organization").asText()).isEqualTo(bright.name());
                assertThat(mail.at("/facts/day").asText()).isEqualTo(day);
              });
    }

    @Test
    void when_it_is_closed_again_then_the_days_are_not_counted_anew_and_nobody_is_told_again() {
      closeBy(bright.owner(), bright.name(), PASSWORD);
      sql(
          "update organization_closings set erases_at = '2027-01-01T00:00:00Z' where organization_id = ?",
          bright.id().value());

      assertThat(closeBy(bright.owner(), bright.name(), PASSWORD).status()).isEqualTo(204);

      assertThat(seenBy(bright.owner()).at("/closing/erasesAt").asText())
          .isEqualTo("2027-01-01T00:00:00Z");
      assertThat(events("OrganizationClosing")).hasSize(1);
      assertThat(events("AccountMailRequested")).hasSize(1);
    }

    @RepeatedTest(3)
    void when_two_owners_close_it_at_once_then_it_is_closed_once() {
      var answers = atOnce(4, () -> closeBy(bright.owner(), bright.name(), PASSWORD).status());

      assertThat(answers).containsOnly(204);
      assertThat(events("OrganizationClosing")).hasSize(1);
    }

    @Test
    void when_the_log_is_read_then_it_tells_who_closed_it() {
      closeBy(bright.owner(), bright.name(), PASSWORD);

      assertThat(logged("organization_closing.requested"))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("actor_kind", "PERSON")
                      .containsEntry("actor_id", bright.owner().user().value()));
    }
  }

  @Nested
  class Given_a_business_that_is_closing {

    @Test
    void when_an_owner_keeps_it_then_it_goes_on_and_all_hear_of_it() {
      closeBy(bright.owner(), bright.name(), PASSWORD);
      sql("delete from outbox");

      assertThat(keep.call(request().as(bright.owner())).status()).isEqualTo(204);

      assertThat(seenBy(bright.owner()).path("closing").isNull()).isTrue();
      assertThat(events("OrganizationReopened")).hasSize(1);
      assertThat(events("AccountMailRequested"))
          .singleElement()
          .satisfies(
              mail ->
                  assertThat(mail.path("kind").asText())
                      .isEqualTo("ORGANIZATION_CLOSING_WITHDRAWN"));
      assertThat(logged("organization_closing.withdrawn")).hasSize(1);
    }

    @Test
    void when_another_business_keeps_itself_then_this_one_still_closes() {
      closeBy(bright.owner(), bright.name(), PASSWORD);

      keep.call(request().as(globex().owner()));

      assertThat(closings(bright)).hasSize(1);
    }

    @Test
    void when_a_second_is_left_then_it_can_be_kept() {
      closesIn(bright, Duration.ofSeconds(1));

      assertThat(keep.call(request().as(bright.owner())).status()).isEqualTo(204);
      assertThat(closings(bright)).isEmpty();
    }

    @Test
    void when_its_days_are_over_by_a_second_then_it_cannot_be_kept() {
      closesIn(bright, Duration.ofSeconds(-1));

      var response = keep.call(request().as(bright.owner()));

      assertThat(response.status()).isEqualTo(409);
      assertThat(closings(bright)).hasSize(1);
      assertThat(events("OrganizationReopened")).isEmpty();
    }

    @Test
    void when_it_is_being_erased_then_it_cannot_be_kept_whatever_its_days_say() {
      closesIn(bright, Duration.ofDays(1));
      sql("update organization_closings set begun_at = now()");

      assertThat(keep.call(request().as(bright.owner())).status()).isEqualTo(409);
      assertThat(closings(bright)).hasSize(1);
    }

    @RepeatedTest(3)
    void when_it_is_closed_and_kept_at_once_then_it_is_one_of_both_and_was_told_so() {
      Callable<Integer> closing = () -> closeBy(bright.owner(), bright.name(), PASSWORD).status();
      Callable<Integer> keeping = () -> keep.call(request().as(bright.owner())).status();

      assertThat(atOnce(List.of(closing, keeping, closing, keeping))).containsOnly(204);

      int open = events("OrganizationClosing").size() - events("OrganizationReopened").size();
      assertThat(closings(bright)).hasSize(open);
    }
  }

  private JsonNode seenBy(Member member) {
    return get.call(request().as(member)).json();
  }

  private TestResponse closeBy(Member member, String name, String password) {
    return close.call(request().as(member).json(Map.of("name", name, "password", password)));
  }

  private void closesIn(Organization business, Duration time) {
    sql(
        "insert into organization_closings values (?, ?, now(), cast(? as timestamptz))",
        business.id().value(),
        business.owner().user().value(),
        Instant.now().plus(time).toString());
  }

  private List<Map<String, Object>> closings(Organization business) {
    return rows(
        "select * from organization_closings where organization_id = ?", business.id().value());
  }

  private List<JsonNode> events(String type) {
    return rows(
            "select detail::text as detail from outbox where organization_id = ? and type = ?",
            bright.id().value(),
            type)
        .stream()
        .map(row -> Json.tree(String.valueOf(row.get("detail"))))
        .toList();
  }

  private List<Map<String, Object>> logged(String action) {
    return rows(
        "select * from audit_log where organization_id = ? and action = ?",
        bright.id().value(),
        action);
  }

  /** Numbers, recordings, leads and calls. */
  private void has(Organization business, int numbers, int recordings, int leads, int calls) {
    var id = business.id().value();
    for (int i = 0; i < numbers; i++) {
      sql(
          "insert into phone_numbers values (?, ?, ?, 'Front desk', now())",
          UUID.randomUUID(),
          id,
          "+1500%07d".formatted(Math.floorMod(id.hashCode() + i, 10_000_000)));
    }
    for (int i = 0; i < recordings; i++) {
      sql(
          "insert into voicemails values (?, ?, ?, ?, 'https://recordings.example', 7, now())",
          UUID.randomUUID(),
          id,
          UUID.randomUUID(),
          "RE" + UUID.randomUUID());
    }
    for (int i = 0; i < leads; i++) {
      sql(
          """
          insert into leads (id, organization_id, name, stage, source, created_at, updated_at)
          values (?, ?, 'Nora', 'NEW', 'MANUAL', now(), now())
          """,
          UUID.randomUUID(),
          id);
    }
    for (int i = 0; i < calls; i++) {
      sql(
          "insert into calls (id, organization_id, status, started_at) values (?, ?, 'COMPLETED', now())",
          TimeOrderedUuid.next(),
          id);
    }
  }
}
