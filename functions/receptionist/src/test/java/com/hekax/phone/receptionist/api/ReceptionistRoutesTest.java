package com.hekax.phone.receptionist.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.receptionist.ReceptionistTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReceptionistRoutesTest extends ReceptionistTest {

  @BeforeEach
  void given_nothing_was_said() {
    forgetEverything();
  }

  private JsonNode seenBy(Member member) {
    return get.call(request().as(member)).json();
  }

  @Nested
  class Given_a_business_that_has_said_nothing {

    @ParameterizedTest
    @EnumSource(Role.class)
    void when_any_member_looks_then_the_standard_one_is_there_for_calls_too(Role role) {
      var receptionist = seenBy(acme().as(role));

      assertThat(receptionist.path("greeting").asText())
          .isEqualTo("Thank you for calling Acme, this is Ava. How can I help you?");
      assertThat(receptionist.path("voice").asText()).isEqualTo("marin");
      assertThat(receptionist.path("version").asInt()).isEqualTo(1);
      assertThat(snapshot(acme()).path("greeting")).isEqualTo(receptionist.path("greeting"));
      assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void when_ten_look_at_once_then_it_is_made_once() {
      var seen = atOnce(10, () -> seenBy(acme().agent()));

      assertThat(seen.stream().distinct()).hasSize(1);
      assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(1);
    }
  }

  @Nested
  class Given_a_change {

    @Test
    void when_it_is_made_then_the_answer_and_the_next_look_show_it_whole() {
      var response = update(acme().owner(), settings(1));

      assertThat(response.status()).isEqualTo(200);
      ObjectNode expected = Json.MAPPER.valueToTree(settings(2));
      ObjectNode shown = response.json().deepCopy();
      shown.remove("updatedAt");
      assertThat(shown).isEqualTo(expected);
      assertThat(seenBy(acme().agent())).isEqualTo(response.json());
    }

    @Test
    void when_it_is_made_then_calls_are_told_it_in_the_same_moment() {
      update(acme().owner(), settings(1));

      var snapshot = snapshot(acme());
      assertThat(snapshot.path("version").asInt()).isEqualTo(2);
      assertThat(snapshot.path("voice").asText()).isEqualTo("cedar");
      assertThat(snapshot.path("language").asText()).isEqualTo("de");
      assertThat(snapshot.path("model").asText()).isEqualTo("gpt-realtime-2.1");
      assertThat(snapshot.path("greeting").asText())
          .isEqualTo("Rapid Plumbing, this is Max. What can I do for you?");
      assertThat(snapshot.path("instructions").asText())
          .contains("You are Max, the receptionist of Acme")
          .contains("Speak German.")
          .endsWith("Be brief.\n");
      assertThat(snapshot.at("/limits/maxCallSeconds").asInt()).isEqualTo(600);
      assertThat(rows("select version from receptionist_read.snapshots"))
          .containsExactly(Map.of("version", 2));
    }

    @Test
    void when_it_leaves_the_wishes_out_then_there_are_none() {
      update(acme().owner(), settings(1));
      var without = settings(2);
      without.remove("instructions");

      assertThat(update(acme().owner(), without).json().path("instructions").isNull()).isTrue();
      assertThat(snapshot(acme()).path("instructions").asText()).doesNotContain("wishes");
    }

    @Test
    void when_it_was_made_on_an_older_version_then_it_conflicts_and_changes_nothing() {
      update(acme().owner(), settings(1));
      var late = settings(1);
      late.put("assistantName", "Late");

      var response = update(acme().owner(), late);

      assertThat(response.status()).isEqualTo(409);
      assertThat(response.problem()).isEqualTo("CONFLICT");
      assertThat(seenBy(acme().agent()).path("assistantName").asText()).isEqualTo("Max");
      assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void when_ten_make_it_at_once_then_one_wins() {
      var statuses = atOnce(10, () -> update(acme().owner(), settings(1)).status());

      assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s == 409).hasSize(9);
      assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void when_facts_change_meanwhile_then_it_is_no_conflict_and_calls_are_told_both() {
      seenBy(acme().owner());
      addFact(acme().owner(), "Parking", "Behind the building.");

      assertThat(update(acme().owner(), settings(1)).status()).isEqualTo(200);
      assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(3);
      assertThat(snapshot(acme()).path("instructions").asText())
          .contains("You are Max", "- Parking: Behind the building.");
    }
  }

  @Nested
  class Given_two_businesses {

    @Test
    void when_one_changes_its_receptionist_then_the_other_keeps_its_own() {
      var before = seenBy(globex().owner());
      update(acme().owner(), settings(1));

      assertThat(seenBy(globex().agent())).isEqualTo(before);
      assertThat(snapshot(globex()).path("instructions").asText())
          .contains("the receptionist of Globex")
          .doesNotContain("Max", "Acme");
    }
  }

  @Nested
  class Given_somebody_who_may_not {

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"MANAGER", "AGENT"})
    void when_they_change_it_then_it_is_forbidden_and_stays(Role role) {
      assertThat(update(acme().as(role), settings(1)).status()).isEqualTo(403);
      assertThat(seenBy(acme().agent()).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void when_an_admin_changes_it_then_it_is_changed() {
      assertThat(update(acme().as(Role.ADMIN), settings(1)).status()).isEqualTo(200);
    }

    @Test
    void when_a_call_asks_then_it_is_forbidden() {
      var call = acme().ongoing(CallId.create());

      assertThat(get.call(request().as(call)).status()).isEqualTo(403);
      assertThat(update(call, settings(1)).status()).isEqualTo(403);
    }

    @Test
    void when_nobody_asks_then_it_is_401() {
      assertThat(get.call(request()).status()).isEqualTo(401);
      assertThat(update.call(request().json(settings(1))).status()).isEqualTo(401);
    }
  }

  @Nested
  class Given_a_body_with_something_wrong {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            a blank name                 | assistantName  | "  "
            a name with a NUL            | assistantName  | "A\\u0000va"
            a voice that does not exist  | voice          | "onyx"
            a voice in capitals          | voice          | "MARIN"
            a language nobody speaks     | language       | "xx"
            an empty greeting            | greeting       | ""
            half a character             | greeting       | "Hello\\ud83d"
            a field that is none         | captureFields  | ["PHONE", "SHOE_SIZE"]
            a field twice                | captureFields  | ["PHONE", "PHONE"]
            a policy that is none        | transferPolicy | "ALWAYS"
            a call that never ends       | limits         | {"maxCallSeconds": 86400, "checkInAfterSeconds": 10, "checkIns": 2}
            no patience                  | limits         | {"maxCallSeconds": 600, "checkInAfterSeconds": 0, "checkIns": 2}
            a limit of one's own         | limits         | {"maxCallSeconds": 600, "checkInAfterSeconds": 10, "checkIns": 2, "more": 1}
            no version                   | version        | null
            a model of one's own         | model          | "gpt-9"
            """)
    void when_it_is_sent_then_the_problem_names_the_field(String what, String field, String json) {
      ObjectNode body = Json.MAPPER.valueToTree(settings(1));
      body.putRawValue(field, new RawValue(json));

      var response = update.call(request().as(acme().owner()).json(Json.write(body)));

      assertThat(response.status()).as(what).isEqualTo(400);
      assertThat(response.wrongFields()).allMatch(wrong -> wrong.startsWith(field)).isNotEmpty();
      assertThat(rows("select from receptionists")).isEmpty();
    }

    @Test
    void when_texts_are_longer_than_may_be_then_they_are_named() {
      var body = settings(1);
      body.put("greeting", "x".repeat(401));
      body.put("instructions", "x".repeat(4001));

      assertThat(update(acme().owner(), body).wrongFields())
          .isEqualTo(List.of("greeting", "instructions"));
    }
  }
}
