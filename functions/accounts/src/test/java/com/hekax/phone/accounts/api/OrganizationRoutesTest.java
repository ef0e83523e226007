package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.accounts.TeamTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.platform.tenancy.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrganizationRoutesTest extends TeamTest {
  private final TestFunction<GetOrganizationHandler> get = function(GetOrganizationHandler::new);
  private final TestFunction<UpdateOrganizationHandler> update =
      function(UpdateOrganizationHandler::new);

  @Nested
  class Given_settings_as_they_were_at_first {

    @ParameterizedTest
    @EnumSource(Role.class)
    void when_a_member_asks_then_they_see_them(Role role) {
      var seen = seenBy(bright.as(role));

      assertThat(seen.path("id").asText()).isEqualTo(bright.id().toString());
      assertThat(seen.path("name").asText()).isEqualTo(bright.name());
      assertThat(seen.path("timeZone").asText()).isEqualTo("America/Chicago");
      assertThat(seen.path("country").asText()).isEqualTo("US");
      assertThat(seen.at("/branding/color").isNull()).isTrue();
      assertThat(seen.path("requireTwoStep").asBoolean()).isFalse();
      assertThat(seen.path("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"OWNER", "ADMIN"})
    void when_who_manages_it_changes_all_then_all_is_saved(Role role) {
      var response =
          change(
              bright.as(role),
              Map.of(
                  "version",
                  1,
                  "name",
                  " Bright Dental ",
                  "timeZone",
                  "Europe/Berlin",
                  "country",
                  "DE",
                  "branding",
                  Map.of("color", "#0A7F5C"),
                  "requireTwoStep",
                  true));

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.json()).isEqualTo(seenBy(bright.owner()));
      assertThat(response.json().path("name").asText()).isEqualTo("Bright Dental");
      assertThat(response.json().path("timeZone").asText()).isEqualTo("Europe/Berlin");
      assertThat(response.json().path("country").asText()).isEqualTo("DE");
      assertThat(response.json().at("/branding/color").asText()).isEqualTo("#0a7f5c");
      assertThat(response.json().path("requireTwoStep").asBoolean()).isTrue();
      assertThat(response.json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void when_one_setting_is_changed_then_the_others_stay() {
      change(bright.owner(), Map.of("version", 1, "branding", Map.of("color", "#0a7f5c")));

      var response = change(bright.owner(), Map.of("version", 2, "country", "CA"));

      assertThat(response.json().path("name").asText()).isEqualTo(bright.name());
      assertThat(response.json().at("/branding/color").asText()).isEqualTo("#0a7f5c");
    }

    @Test
    void when_the_color_is_cleared_then_it_is_the_products_own() {
      change(bright.owner(), Map.of("version", 1, "branding", Map.of("color", "#0a7f5c")));

      var response = change(bright.owner(), "{\"version\": 2, \"branding\": {\"color\": null}}");

      assertThat(response.json().at("/branding/color").isNull()).isTrue();
    }

    @Test
    void when_it_is_changed_then_the_other_business_stays_as_it_was() {
      change(bright.owner(), Map.of("version", 1, "name", "Bright Dental"));

      assertThat(seenBy(globex().owner()).path("name").asText()).isEqualTo("Globex");
      assertThat(seenBy(globex().owner()).path("version").asInt()).isEqualTo(1);
    }
  }

  @Nested
  class Given_others_who_want_to_hear_of_it {

    @Test
    void when_the_name_changes_then_they_hear_the_new_and_the_former() {
      change(bright.owner(), Map.of("version", 1, "name", "Bright Dental"));

      assertThat(announced())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("name").asText()).isEqualTo("Bright Dental");
                assertThat(event.path("formerName").asText()).isEqualTo(bright.name());
                assertThat(event.path("timeZone").asText()).isEqualTo("America/Chicago");
                assertThat(event.path("country").asText()).isEqualTo("US");
              });
    }

    @Test
    void when_the_zone_changes_alone_then_no_former_name_is_told() {
      change(bright.owner(), Map.of("version", 1, "timeZone", "Europe/Berlin"));

      assertThat(announced())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("timeZone").asText()).isEqualTo("Europe/Berlin");
                assertThat(event.path("formerName").isNull()).isTrue();
              });
    }

    @Test
    void when_only_the_color_changes_then_nobody_hears_of_it() {
      change(bright.owner(), Map.of("version", 1, "branding", Map.of("color", "#0a7f5c")));

      assertThat(announced()).isEmpty();
      assertThat(rows("select from outbox")).isEmpty();
    }
  }

  @Nested
  class Given_somebody_who_may_not {

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"MANAGER", "AGENT"})
    void when_they_change_it_then_it_is_forbidden(Role role) {
      var response = change(bright.as(role), Map.of("version", 1, "name", "Mine"));

      assertThat(response.status()).isEqualTo(403);
      assertThat(seenBy(bright.owner()).path("name").asText()).isEqualTo(bright.name());
    }

    @Test
    void when_a_key_reads_the_team_then_it_sees_the_organization_and_changes_nothing() {
      var key = bright.key(Permission.TEAM_READ);

      assertThat(seenBy(key).path("name").asText()).isEqualTo(bright.name());
      assertThat(change(key, Map.of("version", 1, "name", "Mine")).status()).isEqualTo(403);
    }

    @Test
    void when_nobody_asks_then_it_is_401() {
      assertThat(get.call(request()).status()).isEqualTo(401);
      assertThat(update.call(request().json(Map.of("version", 1))).status()).isEqualTo(401);
    }
  }

  @Nested
  class Given_two_who_change_it {

    @Test
    void when_the_second_saw_what_was_before_the_first_then_it_is_a_conflict() {
      change(bright.owner(), Map.of("version", 1, "name", "Bright Dental"));

      var response = change(bright.as(Role.ADMIN), Map.of("version", 1, "name", "Bright Smiles"));

      assertThat(response.status()).isEqualTo(409);
      assertThat(response.problem()).isEqualTo("CONFLICT");
      assertThat(seenBy(bright.owner()).path("name").asText()).isEqualTo("Bright Dental");
    }

    @Test
    void when_eight_do_it_at_once_then_one_wins() {
      var statuses =
          atOnce(8, () -> change(bright.owner(), Map.of("version", 1, "country", "CA")).status());

      assertThat(statuses).containsOnlyOnce(200);
      assertThat(seenBy(bright.owner()).path("version").asInt()).isEqualTo(2);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no version             | {"name": "Bright"}                                   | version
          a blank name           | {"version": 1, "name": "  "}                         | name
          no name at all         | {"version": 1, "name": null}                         | name
          a zone that is none    | {"version": 1, "timeZone": "America/Chikago"}        | timeZone
          a country in words     | {"version": 1, "country": "Germany"}                 | country
          a color that is none   | {"version": 1, "branding": {"color": "green"}}       | branding.color
          two steps in words     | {"version": 1, "requireTwoStep": "yes"}              | requireTwoStep
          a plan of one's choice | {"version": 1, "plan": "ENTERPRISE"}                 | plan
          """)
  void when_something_is_wrong_then_the_problem_names_the_field(
      String what, String body, String field) {
    var response = change(bright.owner(), body);

    assertThat(response.status()).as(what).isEqualTo(400);
    assertThat(response.wrongFields()).containsExactly(field);
    assertThat(seenBy(bright.owner()).path("version").asInt()).isEqualTo(1);
  }

  private JsonNode seenBy(Principal who) {
    var response = get.call(request().as(who));
    assertThat(response.status()).isEqualTo(200);
    return response.json();
  }

  private TestResponse change(Principal by, Map<String, ?> body) {
    return update.call(request().as(by).json(body));
  }

  private TestResponse change(Principal by, String body) {
    return update.call(request().as(by).json(body));
  }

  private List<JsonNode> announced() {
    return aws.published("OrganizationUpdated").stream()
        .filter(event -> event.path("organization").asText().equals(bright.id().toString()))
        .toList();
  }
}
