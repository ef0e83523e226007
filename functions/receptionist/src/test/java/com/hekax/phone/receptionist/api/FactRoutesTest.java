package com.hekax.phone.receptionist.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.receptionist.ReceptionistTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactRoutesTest extends ReceptionistTest {
  private final TestFunction<ListReceptionistFactsHandler> list =
      function(ListReceptionistFactsHandler::new);
  private final TestFunction<UpdateReceptionistFactHandler> updateFact =
      function(UpdateReceptionistFactHandler::new);
  private final TestFunction<DeleteReceptionistFactHandler> deleteFact =
      function(DeleteReceptionistFactHandler::new);

  @BeforeEach
  void given_no_facts() {
    forgetEverything();
  }

  private String added(Member by, String topic) {
    return addFact(by, topic, "About " + topic + ".").json().path("id").asText();
  }

  private TestResponse edit(Principal by, String id, Map<String, ?> fields) {
    return updateFact.call(request().as(by).path("receptionistFactId", id).json(fields));
  }

  private TestResponse delete(Principal by, String id) {
    return deleteFact.call(request().as(by).path("receptionistFactId", id));
  }

  private List<String> topics(Principal by) {
    return list.call(request().as(by))
        .json()
        .path("items")
        .valueStream()
        .map(fact -> fact.path("topic").asText())
        .toList();
  }

  private String told() {
    return snapshot(acme()).path("instructions").asText();
  }

  @Nested
  class Given_a_business_that_tells_what_it_knows {

    @Test
    void when_a_fact_is_added_then_it_is_shown_whole_and_calls_are_told() {
      var response = addFact(acme().owner(), "Parking", "Behind the building.");

      assertThat(response.status()).isEqualTo(201);
      var id = response.json().path("id").asText();
      assertThat(response.header("location")).contains("/api/receptionist/facts/" + id);
      assertThat(response.json().path("position").asInt()).isEqualTo(1);
      assertThat(response.json().path("version").asInt()).isEqualTo(1);
      assertThat(list.call(request().as(acme().agent())).json().path("items").path(0))
          .isEqualTo(response.json());
      assertThat(told()).contains("- Parking: Behind the building.");
    }

    @Test
    void when_facts_are_added_then_each_is_last_unless_it_says_where() {
      added(acme().owner(), "Hours");
      added(acme().owner(), "Parking");
      createFact.call(
          request()
              .as(acme().owner())
              .json(Map.of("topic", "Emergency", "answer", "Call.", "position", 1)));

      assertThat(topics(acme().agent())).containsExactly("Hours", "Emergency", "Parking");
      assertThat(told()).containsSubsequence("- Hours", "- Emergency", "- Parking");
    }

    @Test
    void when_a_fact_is_changed_then_what_is_not_named_stays_and_calls_are_told() {
      var id = added(acme().owner(), "Parking");

      var response = edit(acme().owner(), id, Map.of("version", 1, "answer", "In the street."));

      assertThat(response.json().path("topic").asText()).isEqualTo("Parking");
      assertThat(response.json().path("answer").asText()).isEqualTo("In the street.");
      assertThat(response.json().path("version").asInt()).isEqualTo(2);
      assertThat(told()).contains("- Parking: In the street.").doesNotContain("About Parking");
    }

    @Test
    void when_it_was_changed_meanwhile_then_it_conflicts_and_stays() {
      var id = added(acme().owner(), "Parking");
      edit(acme().owner(), id, Map.of("version", 1, "answer", "In the street."));

      var response = edit(acme().owner(), id, Map.of("version", 1, "answer", "On the roof."));

      assertThat(response.status()).isEqualTo(409);
      assertThat(response.problem()).isEqualTo("CONFLICT");
      assertThat(told()).contains("In the street.");
    }

    @Test
    void when_a_fact_is_removed_then_it_is_gone_and_calls_are_not_told() {
      var id = added(acme().owner(), "Parking");

      assertThat(delete(acme().owner(), id).status()).isEqualTo(204);
      assertThat(topics(acme().agent())).isEmpty();
      assertThat(told()).doesNotContain("Parking");
      assertThat(delete(acme().owner(), id).status()).isEqualTo(404);
    }

    @Test
    void when_ten_are_added_at_once_then_calls_are_told_them_all() {
      var statuses =
          atOnce(10, () -> addFact(acme().owner(), "Topic " + UUID.randomUUID(), "A.").status());

      assertThat(statuses).containsOnly(201);
      assertThat(told().lines().filter(line -> line.startsWith("- Topic "))).hasSize(10);
      assertThat(snapshot(acme()).path("version").asInt()).isEqualTo(11);
    }
  }

  @Nested
  class Given_as_many_facts_as_there_may_be {
    @BeforeEach
    void given() {
      added(acme().owner(), "First");
      sql(
          """
          insert into receptionist_facts (id, organization_id, topic, answer, position, updated_at)
          select gen_random_uuid(), ?, 'Topic ' || place, 'Answer.', place, now()
            from generate_series(2, 500) as place
          """,
          acme().id().value());
    }

    @Test
    void when_one_more_is_added_then_it_is_refused() {
      var response = addFact(acme().owner(), "One more", "Too much.");

      assertThat(response.status()).isEqualTo(409);
      assertThat(response.problem()).isEqualTo("LIMIT_REACHED");
    }

    @Test
    void when_they_are_listed_then_they_are_one_page() {
      var page = list.call(request().as(acme().agent())).json();

      assertThat(page.path("items")).hasSize(500);
      assertThat(page.path("next").isNull()).isTrue();
    }
  }

  @Nested
  class Given_a_fact_at_Acme_and_another_at_Globex {
    private String atGlobex;

    @BeforeEach
    void given() {
      added(acme().owner(), "Acme parking");
      atGlobex = added(globex().owner(), "Globex parking");
    }

    @Test
    void when_each_lists_then_each_sees_its_own() {
      assertThat(topics(acme().agent())).containsExactly("Acme parking");
      assertThat(topics(globex().agent())).containsExactly("Globex parking");
      assertThat(told()).doesNotContain("Globex");
    }

    @Test
    void when_Acme_changes_or_removes_the_other_then_it_is_not_found_and_stays() {
      assertThat(edit(acme().owner(), atGlobex, Map.of("version", 1, "answer", "Taken.")).status())
          .isEqualTo(404);
      assertThat(delete(acme().owner(), atGlobex).status()).isEqualTo(404);
      assertThat(topics(globex().owner())).containsExactly("Globex parking");
    }
  }

  @Nested
  class Given_somebody_who_may_not {
    private String id;

    @BeforeEach
    void given() {
      id = added(acme().owner(), "Parking");
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"MANAGER", "AGENT"})
    void when_they_write_then_it_is_forbidden_and_nothing_changes(Role role) {
      var member = acme().as(role);

      assertThat(addFact(member, "Mine", "Mine.").status()).isEqualTo(403);
      assertThat(edit(member, id, Map.of("version", 1, "answer", "Mine.")).status()).isEqualTo(403);
      assertThat(delete(member, id).status()).isEqualTo(403);
      assertThat(topics(member)).containsExactly("Parking");
    }

    @Test
    void when_a_call_asks_then_it_is_forbidden() {
      var call = acme().ongoing(CallId.create());

      assertThat(list.call(request().as(call)).status()).isEqualTo(403);
      assertThat(addFact(call, "Mine", "Mine.").status()).isEqualTo(403);
      assertThat(edit(call, id, Map.of("version", 1)).status()).isEqualTo(403);
      assertThat(delete(call, id).status()).isEqualTo(403);
    }

    @Test
    void when_nobody_asks_then_it_is_401() {
      assertThat(list.call(request()).status()).isEqualTo(401);
    }
  }

  @Nested
  class Given_a_body_with_something_wrong {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            no topic           | {"answer": "A."}                                | topic
            a blank answer     | {"topic": "T", "answer": " "}                   | answer
            a place before all | {"topic": "T", "answer": "A.", "position": 0}   | position
            a place in words   | {"topic": "T", "answer": "A.", "position": "1"} | position
            a NUL              | {"topic": "T\\u0000", "answer": "A."}           | topic
            an unknown field   | {"topic": "T", "answer": "A.", "secret": true}  | secret
            """)
    void when_it_is_sent_then_the_problem_names_the_field(String what, String body, String field) {
      var response = createFact.call(request().as(acme().owner()).json(body));

      assertThat(response.status()).as(what).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(field);
      assertThat(rows("select from receptionist_facts")).isEmpty();
    }

    @Test
    void when_an_edit_clears_what_must_be_there_then_it_is_refused() {
      var id = added(acme().owner(), "Parking");

      var response =
          updateFact.call(
              request()
                  .as(acme().owner())
                  .path("receptionistFactId", id)
                  .json("{\"version\": 1, \"answer\": null}"));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("answer");
    }
  }
}
