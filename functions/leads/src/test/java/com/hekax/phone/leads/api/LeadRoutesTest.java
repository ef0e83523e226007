package com.hekax.phone.leads.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadRoutesTest extends DatabaseTest {
  private final TestFunction<ListLeadsHandler> list = function(ListLeadsHandler::new);
  private final TestFunction<GetLeadHandler> get = function(GetLeadHandler::new);
  private final TestFunction<CreateLeadHandler> create = function(CreateLeadHandler::new);
  private final TestFunction<UpdateLeadHandler> update = function(UpdateLeadHandler::new);

  @BeforeEach
  void given_no_leads() {
    sql("delete from leads");
    sql("delete from outbox");
  }

  private TestResponse create(Member by, Map<String, ?> fields) {
    return create.call(request().as(by).json(fields));
  }

  private String created(Member by, String name) {
    return create(by, Map.of("name", name)).json().path("id").asText();
  }

  private TestResponse edit(Member by, String id, Map<String, ?> fields) {
    return update.call(request().as(by).path("leadId", id).json(fields));
  }

  private List<String> names(TestRequest request) {
    return list.call(request)
        .json()
        .path("items")
        .valueStream()
        .map(lead -> lead.path("name").asText())
        .toList();
  }

  @Nested
  class Given_a_lead_at_Acme_and_another_at_Globex {
    private String atAcme;
    private String atGlobex;

    @BeforeEach
    void given() {
      atAcme = created(acme().agent(), "Maria at Acme");
      atGlobex = created(globex().agent(), "Gus at Globex");
    }

    @Test
    void when_each_lists_then_each_sees_its_own() {
      assertThat(names(request().as(acme().agent()))).containsExactly("Maria at Acme");
      assertThat(names(request().as(globex().owner()))).containsExactly("Gus at Globex");
    }

    @Test
    void when_the_owner_of_Acme_opens_the_other_then_it_is_not_found() {
      var response = get.call(request().as(acme().owner()).path("leadId", atGlobex));

      assertThat(response.status()).isEqualTo(404);
      assertThat(response.problem()).isEqualTo("NOT_FOUND");
    }

    @Test
    void when_the_owner_of_Acme_changes_the_other_then_it_is_not_found_and_stays_as_it_was() {
      var response = edit(acme().owner(), atGlobex, Map.of("version", 1, "name", "Taken over"));

      assertThat(response.status()).isEqualTo(404);
      assertThat(names(request().as(globex().owner()))).containsExactly("Gus at Globex");
    }

    @Test
    void when_Acme_assigns_its_lead_to_a_member_of_Globex_then_the_field_is_refused() {
      var response =
          edit(
              acme().owner(),
              atAcme,
              Map.of("version", 1, "assignedTo", globex().agent().user().toString()));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("assignedTo");
    }
  }

  @Nested
  class Given_a_new_lead {

    @Test
    void when_it_is_added_then_the_answer_says_where_it_is_and_shows_it_whole() {
      var response =
          create(
              acme().agent(),
              Map.of(
                  "name", "Maria Lopez",
                  "phone", "+14155550132",
                  "email", "maria@example.com",
                  "need", "Chipped tooth"));

      assertThat(response.status()).isEqualTo(201);
      var id = response.json().path("id").asText();
      assertThat(response.header("location")).contains("/api/leads/" + id);
      assertThat(get.call(request().as(acme().owner()).path("leadId", id)).json())
          .isEqualTo(response.json());
      assertThat(response.json().path("stage").asText()).isEqualTo("NEW");
      assertThat(response.json().path("source").asText()).isEqualTo("MANUAL");
      assertThat(response.json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void when_it_is_added_then_it_is_announced_once_with_its_state() {
      var id = created(acme().agent(), "Maria");

      var events = aws.published("LeadCaptured").stream().filter(e -> idOf(e).equals(id)).toList();
      assertThat(events).hasSize(1);
      assertThat(events.getFirst().path("organization").asText()).isEqualTo(acme().id().toString());
      assertThat(rows("select from outbox where published_at is null")).isEmpty();
    }

    @Test
    void when_the_bus_refuses_then_the_lead_is_saved_and_its_event_waits() {
      aws.refuseEvents(true);
      try {
        assertThat(create(acme().agent(), Map.of("name", "Maria")).status()).isEqualTo(201);
      } finally {
        aws.refuseEvents(false);
      }

      assertThat(rows("select type from outbox where published_at is null"))
          .containsExactly(Map.of("type", "LeadCaptured"));
    }

    private String idOf(JsonNode event) {
      return event.path("lead").path("id").asText();
    }
  }

  @Nested
  class Given_a_request_that_does_not_match_the_document {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            an unknown field      | {"name": "M", "nickname": "x"}              | nickname
            no name               | {"phone": "+14155550132"}                   | name
            a blank name          | {"name": "  "}                              | name
            a name that is a number | {"name": 5}                               | name
            a phone not in E.164  | {"name": "M", "phone": "415-555-0132"}      | phone
            an e-mail that is none | {"name": "M", "email": "maria"}            | email
            an assignee that is none | {"name": "M", "assignedTo": "me"}        | assignedTo
            no object             | ["name"]                                    | body
            malformed JSON        | {"name":                                    | body
            text after the object | {"name": "M"} and more                      | body
            """)
    void when_it_is_sent_then_the_problem_names_the_field(String what, String body, String field) {
      var response = create.call(request().as(acme().agent()).json(body));

      assertThat(response.status()).as(what).isEqualTo(400);
      assertThat(response.problem()).isEqualTo("INVALID_REQUEST");
      assertThat(response.wrongFields()).contains(field);
      assertThat(rows("select from leads")).isEmpty();
    }

    @Test
    void when_the_body_is_too_large_then_it_is_413() {
      var response =
          create.call(request().as(acme().agent()).json(Map.of("name", "x".repeat(300_000))));

      assertThat(response.status()).isEqualTo(413);
    }

    @Test
    void when_the_body_is_of_another_media_type_then_it_is_415() {
      var response =
          create.call(
              request()
                  .as(acme().agent())
                  .json("{\"name\":\"M\"}")
                  .header("content-type", "text/plain"));

      assertThat(response.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
      "limit, 0",
      "limit, 101",
      "limit, ten",
      "stage, LOST_IT",
      "cursor, zzz",
      "colour, red",
      "createdFrom, yesterday",
      "assignedTo, me"
    })
    void when_a_query_parameter_is_wrong_then_it_is_named(String name, String value) {
      var response = list.call(request().as(acme().agent()).query(name, value));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(name);
    }

    @Test
    void when_the_id_is_no_id_then_nothing_is_there() {
      var response = get.call(request().as(acme().agent()).path("leadId", "1"));

      assertThat(response.status()).isEqualTo(404);
    }
  }

  @Nested
  class Given_nobody_or_a_detour {

    @Test
    void when_there_is_no_token_then_it_is_401() {
      assertThat(list.call(request()).status()).isEqualTo(401);
    }

    @Test
    void when_the_request_went_round_the_edge_then_it_is_403() {
      var response = list.call(request().as(acme().owner()).withoutHeader("x-hekax-origin"));

      assertThat(response.status()).isEqualTo(403);
    }
  }

  @Nested
  class Given_120_leads {
    @BeforeEach
    void given() {
      // All in two instants: the id must break the tie.
      IntStream.range(0, 120)
          .forEach(
              i ->
                  sql(
                      "insert into leads (id, organization_id, name, stage, source, created_at, updated_at)"
                          + " values (?, ?, ?, 'NEW', 'MANUAL', cast(? as timestamptz), now())",
                      UUID.randomUUID(),
                      acme().id().value(),
                      "Lead " + i,
                      i % 2 == 0 ? "2026-11-20T10:00:00Z" : "2026-11-20T10:00:00.001Z"));
    }

    @Test
    void when_all_pages_are_walked_then_each_lead_is_seen_once_newest_first() {
      var seen = new java.util.ArrayList<JsonNode>();
      var next = "";
      do {
        var request = request().as(acme().agent()).query("limit", 50);
        var page = list.call(next.isEmpty() ? request : request.query("cursor", next)).json();
        page.path("items").forEach(seen::add);
        next = page.path("next").asText("");
      } while (!next.isEmpty() && !next.equals("null"));

      assertThat(seen).hasSize(120);
      assertThat(seen.stream().map(lead -> lead.path("id").asText()).distinct()).hasSize(120);
      assertThat(seen.stream().map(lead -> Instant.parse(lead.path("createdAt").asText())))
          .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
  }

  @Nested
  class Given_leads_in_several_stages_and_hands {
    private String mine;

    @BeforeEach
    void given() {
      mine = created(acme().agent(), "Mine");
      edit(
          acme().owner(),
          mine,
          Map.of("version", 1, "assignedTo", acme().agent().user().toString()));
      var won = created(acme().agent(), "Won");
      edit(acme().owner(), won, Map.of("version", 1, "stage", "WON"));
    }

    @Test
    void when_a_stage_is_asked_for_then_only_that_comes() {
      assertThat(names(request().as(acme().agent()).query("stage", "WON"))).containsExactly("Won");
    }

    @Test
    void when_a_persons_leads_are_asked_for_then_only_those_come_with_the_name() {
      var page =
          list.call(request().as(acme().owner()).query("assignedTo", acme().agent().user())).json();

      assertThat(page.path("items")).hasSize(1);
      assertThat(page.at("/items/0/assignedTo/name").asText()).isEqualTo("Acme agent");
    }

    @Test
    void when_nobodys_leads_are_asked_for_then_only_those_come() {
      assertThat(names(request().as(acme().agent()).query("assignedTo", "nobody")))
          .containsExactly("Won");
    }

    @Test
    void when_times_are_asked_for_then_they_bound_the_list() {
      assertThat(names(request().as(acme().agent()).query("createdBefore", "2020-01-01T00:00:00Z")))
          .isEmpty();
      assertThat(names(request().as(acme().agent()).query("createdFrom", "2020-01-01T00:00:00Z")))
          .hasSize(2);
    }
  }

  @Nested
  class Given_an_edit {
    private String id;

    @BeforeEach
    void given() {
      var fields = Map.of("name", "Maria", "phone", "+14155550132", "need", "Chipped tooth");
      id = create(acme().agent(), fields).json().path("id").asText();
    }

    @Test
    void when_it_names_one_field_then_the_others_stay() {
      var response = edit(acme().agent(), id, Map.of("version", 1, "stage", "CONTACTED"));

      assertThat(response.json().path("stage").asText()).isEqualTo("CONTACTED");
      assertThat(response.json().path("phone").asText()).isEqualTo("+14155550132");
      assertThat(response.json().path("version").asInt()).isEqualTo(2);
      assertThat(aws.published("LeadUpdated").getLast().at("/lead/version").asInt()).isEqualTo(2);
    }

    @Test
    void when_it_says_null_then_the_field_is_cleared() {
      var response =
          update.call(
              request()
                  .as(acme().agent())
                  .path("leadId", id)
                  .json("{\"version\":1,\"phone\":null}"));

      assertThat(response.json().path("phone").isNull()).isTrue();
      assertThat(response.json().path("need").asText()).isEqualTo("Chipped tooth");
    }

    @Test
    void when_it_was_made_on_an_older_version_then_it_conflicts_and_changes_nothing() {
      edit(acme().agent(), id, Map.of("version", 1, "stage", "CONTACTED"));

      var response = edit(acme().agent(), id, Map.of("version", 1, "stage", "LOST"));

      assertThat(response.status()).isEqualTo(409);
      assertThat(response.problem()).isEqualTo("CONFLICT");
      assertThat(rows("select stage from leads")).containsExactly(Map.of("stage", "CONTACTED"));
    }

    @Test
    void when_ten_make_it_at_once_then_one_wins() {
      List<Integer> statuses;
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        var edits =
            IntStream.range(0, 10)
                .mapToObj(
                    i ->
                        people.submit(
                            () ->
                                edit(acme().agent(), id, Map.of("version", 1, "name", "N" + i))
                                    .status()))
                .toList();
        statuses = edits.stream().map(LeadRoutesTest::join).toList();
      }
      assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s == 409).hasSize(9);
    }
  }

  @Nested
  class Given_a_lead_of_somebody {
    private String id;

    @BeforeEach
    void given() {
      id = created(acme().owner(), "Maria");
      edit(
          acme().owner(),
          id,
          Map.of("version", 1, "assignedTo", acme().manager().user().toString()));
    }

    @Test
    void when_an_agent_changes_it_then_it_is_forbidden_and_says_whose_it_is() {
      var response = edit(acme().agent(), id, Map.of("version", 2, "stage", "LOST"));

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.json().path("detail").asText()).contains("Acme manager");
    }

    @Test
    void when_an_agent_hands_a_free_lead_to_another_then_it_is_forbidden() {
      var free = created(acme().agent(), "Free");

      var response =
          edit(
              acme().agent(),
              free,
              Map.of("version", 1, "assignedTo", acme().manager().user().toString()));

      assertThat(response.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"OWNER", "ADMIN", "MANAGER"})
    void when_somebody_who_leads_changes_it_then_it_is_changed(Role role) {
      assertThat(edit(acme().as(role), id, Map.of("version", 2, "stage", "LOST")).status())
          .isEqualTo(200);
    }
  }

  @Nested
  class Given_an_idempotency_key {
    private static final String KEY = "2f1c9c52-key";

    private TestResponse createWithKey(Member by, String name) {
      return create.call(
          request().as(by).header("idempotency-key", KEY).json(Map.of("name", name)));
    }

    @BeforeEach
    void given() {
      sql("delete from idempotency_keys");
    }

    @Test
    void when_the_request_is_repeated_then_it_gets_the_first_answer_and_one_lead_is_there() {
      var first = createWithKey(acme().agent(), "Maria");
      var second = createWithKey(acme().agent(), "Maria");

      assertThat(second.status()).isEqualTo(201);
      assertThat(second.json()).isEqualTo(first.json());
      assertThat(second.header("location")).isEqualTo(first.header("location"));
      assertThat(rows("select from leads")).hasSize(1);
    }

    @Test
    void when_another_request_has_it_then_it_is_refused() {
      createWithKey(acme().agent(), "Maria");

      var response = createWithKey(acme().agent(), "Somebody else");

      assertThat(response.status()).isEqualTo(422);
      assertThat(response.problem()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void when_another_person_has_it_then_the_two_have_nothing_to_do_with_each_other() {
      createWithKey(acme().agent(), "Maria");

      assertThat(createWithKey(acme().owner(), "Maria").status()).isEqualTo(201);
      assertThat(createWithKey(globex().agent(), "Maria").status()).isEqualTo(201);
      assertThat(rows("select from leads")).hasSize(3);
    }

    @Test
    void when_the_first_was_refused_then_the_key_is_free() {
      var refused =
          create.call(
              request()
                  .as(acme().agent())
                  .header("idempotency-key", KEY)
                  .json(Map.of("name", "M", "assignedTo", globex().agent().user().toString())));

      assertThat(refused.status()).isEqualTo(403);
      assertThat(createWithKey(acme().agent(), "Maria").status()).isEqualTo(201);
    }

    @Test
    void when_ten_arrive_at_once_then_one_lead_is_there_and_all_get_it() {
      List<String> ids;
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        var calls =
            IntStream.range(0, 10)
                .mapToObj(_ -> people.submit(() -> createWithKey(acme().agent(), "Maria")))
                .toList();
        ids = calls.stream().map(call -> join(call).json().path("id").asText()).toList();
      }
      assertThat(ids).hasSize(10);
      assertThat(ids.stream().distinct()).hasSize(1);
      assertThat(rows("select from leads")).hasSize(1);
    }
  }

  private static <T> T join(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
