package com.hekax.phone.leads.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.platform.tenancy.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureLeadHandlerTest extends DatabaseTest {
  private static final String CHIPPED = "Chipped a front tooth and wants to be seen this week.";

  private final TestFunction<CaptureLeadHandler> capture = function(CaptureLeadHandler::new);
  private final TestFunction<GetLeadHandler> get = function(GetLeadHandler::new);
  private final TestFunction<ListLeadsHandler> list = function(ListLeadsHandler::new);
  private final TestFunction<UpdateLeadHandler> update = function(UpdateLeadHandler::new);
  private final TestFunction<CreateLeadHandler> create = function(CreateLeadHandler::new);

  private OngoingCall call;

  @BeforeEach
  void given_a_call_at_Acme() {
    sql("delete from leads");
    sql("delete from idempotency_keys");
    call = acme().ongoing(CallId.create());
  }

  private TestResponse capture(Principal in, Map<String, ?> arguments) {
    return capture.call(
        request().as(in).header("idempotency-key", "call_" + UUID.randomUUID()).json(arguments));
  }

  private TestResponse capture(Map<String, ?> arguments) {
    return capture(call, arguments);
  }

  private static Map<String, String> maria(String... more) {
    var arguments = new java.util.HashMap<>(Map.of("name", "Maria Lopez", "need", CHIPPED));
    for (int i = 0; i < more.length; i += 2) {
      arguments.put(more[i], more[i + 1]);
    }
    return arguments;
  }

  private JsonNode lead(TestResponse captured) {
    return get.call(
            request().as(acme().agent()).path("leadId", captured.json().path("leadId").asText()))
        .json();
  }

  private List<JsonNode> announced(String type) {
    return aws.published(type).stream()
        .filter(event -> event.at("/lead/call").asText().equals(call.call().toString()))
        .toList();
  }

  @Nested
  class Given_a_caller_who_says_who_they_are {

    @Test
    void when_it_is_captured_then_the_lead_has_it_all_and_names_the_call() {
      var response =
          capture(maria("phone", "+14155550132", "email", "maria@example.com", "company", "Lopez"));

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.json().path("ok").asBoolean()).isTrue();
      var lead = lead(response);
      assertThat(lead.path("name").asText()).isEqualTo("Maria Lopez");
      assertThat(lead.path("need").asText()).isEqualTo(CHIPPED);
      assertThat(lead.path("phone").asText()).isEqualTo("+14155550132");
      assertThat(lead.path("email").asText()).isEqualTo("maria@example.com");
      assertThat(lead.path("company").asText()).isEqualTo("Lopez");
      assertThat(lead.path("source").asText()).isEqualTo("CALL");
      assertThat(lead.path("stage").asText()).isEqualTo("NEW");
      assertThat(lead.path("callId").asText()).isEqualTo(call.call().toString());
      assertThat(lead.path("assignedTo").isNull()).isTrue();
    }

    @Test
    void when_it_is_captured_then_it_is_announced_once_and_found_by_the_call() {
      var response = capture(maria());

      assertThat(announced("LeadCaptured"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("organization").asText()).isEqualTo(acme().id().toString());
                assertThat(event.at("/lead/id")).isEqualTo(response.json().path("leadId"));
                assertThat(event.at("/lead/source").asText()).isEqualTo("CALL");
              });
      assertThat(
              rows(
                  "select correlation_id from outbox where detail->'lead'->>'call' = ?",
                  call.call().toString()))
          .containsExactly(Map.of("correlation_id", call.call().toString()));
    }

    @Test
    void when_the_bus_refuses_then_the_lead_is_saved_and_its_event_waits() {
      aws.refuseEvents(true);
      try {
        assertThat(capture(maria()).status()).isEqualTo(200);
      } finally {
        aws.refuseEvents(false);
      }

      assertThat(
              rows(
                  "select type from outbox where published_at is null and detail->'lead'->>'call' = ?",
                  call.call().toString()))
          .containsExactly(Map.of("type", "LeadCaptured"));
    }

    @Test
    void when_what_is_optional_is_empty_then_it_is_as_if_it_were_not_there() {
      var lead = lead(capture(maria("phone", "", "email", "  ", "company", "")));

      assertThat(lead.path("phone").isNull()).isTrue();
      assertThat(lead.path("email").isNull()).isTrue();
      assertThat(lead.path("company").isNull()).isTrue();
      assertThat(lead.path("need").asText()).isEqualTo(CHIPPED);
    }
  }

  @Nested
  class Given_a_number_or_address_as_people_say_it {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            (415) 555-0132       | +14155550132
            415.555.0132         | +14155550132
            1 415 555 0132       | +14155550132
            +44 20 7946 0018     | +442079460018
            011 44 20 7946 0018  | +442079460018
            """)
    void when_it_can_be_read_in_the_country_of_the_business_then_it_is_E164(
        String said, String phone) {
      assertThat(lead(capture(maria("phone", said))).path("phone").asText()).isEqualTo(phone);
    }

    @Test
    void when_the_business_is_elsewhere_then_it_is_read_as_people_there_say_it() {
      sql("update organizations set country = 'DE' where organization_id = ?", acme().id().value());
      try {
        assertThat(lead(capture(maria("phone", "030 901820"))).path("phone").asText())
            .isEqualTo("+4930901820");
      } finally {
        sql(
            "update organizations set country = 'US' where organization_id = ?",
            acme().id().value());
      }
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            the one my wife left last week
            555-0132
            +1
            000 000 0000
            ٤١٥ or something
            """)
    void when_it_cannot_be_read_then_the_lead_is_saved_with_the_words(String said) {
      var lead = lead(capture(maria("phone", said)));

      assertThat(lead.path("phone").isNull()).isTrue();
      assertThat(lead.path("need").asText()).isEqualTo(CHIPPED + "\nPhone as given: " + said);
    }

    @Test
    void when_the_words_have_lines_then_they_are_kept_on_one() {
      assertThat(lead(capture(maria("phone", "the usual\n one "))).path("need").asText())
          .isEqualTo(CHIPPED + "\nPhone as given: the usual one");
    }

    @Test
    void when_an_address_is_none_then_the_lead_is_saved_with_the_words() {
      var lead = lead(capture(maria("email", "maria at example dot com")));

      assertThat(lead.path("email").isNull()).isTrue();
      assertThat(lead.path("need").asText())
          .isEqualTo(CHIPPED + "\nE-mail as given: maria at example dot com");
    }

    @Test
    void when_all_of_it_is_as_long_as_may_be_then_the_lead_can_still_be_edited_by_hand() {
      var lead =
          lead(
              capture(
                  Map.of(
                      "name",
                      "n".repeat(120),
                      "need",
                      "x".repeat(1500),
                      "phone",
                      "p".repeat(200),
                      "email",
                      "e".repeat(254))));

      var response =
          update.call(
              request()
                  .as(acme().agent())
                  .path("leadId", lead.path("id").asText())
                  .json(Map.of("version", 1, "need", lead.path("need").asText())));
      assertThat(response.status()).isEqualTo(200);
    }
  }

  @Nested
  class Given_a_call_whose_number_is_known {
    @BeforeEach
    void given() {
      sql(
          """
          insert into calls (id, organization_id, direction, from_number, to_number, status, started_at)
          values (?, ?, 'INBOUND', '+14155550177', '+14155550100', 'IN_PROGRESS', now())
          """,
          call.call().value(),
          acme().id().value());
    }

    @Test
    void when_the_caller_says_no_number_then_they_are_reached_on_that_one() {
      assertThat(lead(capture(maria())).path("phone").asText()).isEqualTo("+14155550177");
    }

    @Test
    void when_the_caller_says_another_then_they_are_reached_on_the_other() {
      assertThat(lead(capture(maria("phone", "+14155550132"))).path("phone").asText())
          .isEqualTo("+14155550132");
      assertThat(lead(capture(maria())).path("phone").asText()).isEqualTo("+14155550132");
    }

    @Test
    void when_the_other_cannot_be_read_then_there_are_that_one_and_the_words() {
      var lead = lead(capture(maria("phone", "my usual number")));

      assertThat(lead.path("phone").asText()).isEqualTo("+14155550177");
      assertThat(lead.path("need").asText())
          .isEqualTo(CHIPPED + "\nPhone as given: my usual number");
    }

    @Test
    void when_a_call_of_another_business_has_that_id_then_its_number_is_not_told() {
      var captured = capture(globex().ongoing(call.call()), maria());

      assertThat(
              get.call(
                      request()
                          .as(globex().agent())
                          .path("leadId", captured.json().path("leadId").asText()))
                  .json()
                  .path("phone")
                  .isNull())
          .isTrue();
    }

    @Test
    void when_the_business_is_the_one_who_called_then_its_own_number_is_not_taken() {
      sql("update calls set direction = 'OUTBOUND' where id = ?", call.call().value());

      assertThat(lead(capture(maria())).path("phone").isNull()).isTrue();
    }
  }

  @Nested
  class Given_a_lead_that_the_call_has_already {
    private TestResponse first;

    @BeforeEach
    void given() {
      first = capture(maria("phone", "+14155550132"));
    }

    @Test
    void when_more_is_said_then_it_is_the_same_lead_with_more_in_it() {
      var second =
          capture(
              Map.of(
                  "name", "María López",
                  "need", "Chipped a front tooth, and it hurts.",
                  "email", "maria@example.com"));

      assertThat(second.json()).isEqualTo(first.json());
      var lead = lead(second);
      assertThat(lead.path("name").asText()).isEqualTo("María López");
      assertThat(lead.path("need").asText()).isEqualTo("Chipped a front tooth, and it hurts.");
      assertThat(lead.path("email").asText()).isEqualTo("maria@example.com");
      assertThat(lead.path("phone").asText()).isEqualTo("+14155550132");
      assertThat(lead.path("version").asInt()).isEqualTo(2);
      assertThat(announced("LeadCaptured")).hasSize(1);
      assertThat(announced("LeadUpdated"))
          .singleElement()
          .satisfies(event -> assertThat(event.at("/lead/version").asInt()).isEqualTo(2));
    }

    @Test
    void when_the_same_is_said_again_then_nothing_is_announced() {
      var second = capture(maria("phone", "415 555 0132"));

      assertThat(second.json()).isEqualTo(first.json());
      assertThat(lead(second).path("version").asInt()).isEqualTo(1);
      assertThat(announced("LeadUpdated")).isEmpty();
    }

    @Test
    void when_a_person_has_taken_it_on_meanwhile_then_it_stays_theirs() {
      var id = first.json().path("leadId").asText();
      update.call(
          request()
              .as(acme().owner())
              .path("leadId", id)
              .json(
                  Map.of(
                      "version",
                      1,
                      "stage",
                      "CONTACTED",
                      "assignedTo",
                      acme().manager().user().toString())));

      var lead = lead(capture(maria("company", "Lopez Design")));

      assertThat(lead.path("stage").asText()).isEqualTo("CONTACTED");
      assertThat(lead.at("/assignedTo/name").asText()).isEqualTo("Acme manager");
      assertThat(lead.path("company").asText()).isEqualTo("Lopez Design");
    }

    @Test
    void when_another_call_says_the_same_then_that_is_another_lead() {
      var other = capture(acme().ongoing(CallId.create()), maria("phone", "+14155550132"));

      assertThat(other.json().path("leadId")).isNotEqualTo(first.json().path("leadId"));
    }
  }

  @Nested
  class Given_a_number_that_could_not_be_read {
    @BeforeEach
    void given() {
      capture(maria("phone", "the usual one"));
    }

    @Test
    void when_something_else_is_said_then_the_words_stay() {
      assertThat(lead(capture(maria("company", "Lopez"))).path("need").asText())
          .isEqualTo(CHIPPED + "\nPhone as given: the usual one");
    }

    @Test
    void when_the_number_is_said_then_the_words_go() {
      var lead = lead(capture(maria("phone", "(415) 555-0132")));

      assertThat(lead.path("phone").asText()).isEqualTo("+14155550132");
      assertThat(lead.path("need").asText()).isEqualTo(CHIPPED);
    }
  }

  @Nested
  class Given_the_same_tool_call_twice {

    @Test
    void when_it_comes_again_then_the_answer_is_the_same_and_nothing_else_happens() {
      var request = request().as(call).header("idempotency-key", "call_AbC123xyz").json(maria());

      assertThat(capture.call(request).json()).isEqualTo(capture.call(request).json());
      assertThat(rows("select version from leads")).containsExactly(Map.of("version", 1));
    }

    @Test
    void when_ten_come_at_once_then_there_is_one_lead() {
      List<JsonNode> answers;
      try (var tools = Executors.newVirtualThreadPerTaskExecutor()) {
        var running =
            IntStream.range(0, 10)
                .mapToObj(i -> tools.submit(() -> capture(maria("company", "C" + i))))
                .toList();
        answers =
            running.stream().map(CaptureLeadHandlerTest::join).map(TestResponse::json).toList();
      }

      assertThat(answers.stream().distinct()).hasSize(1);
      assertThat(rows("select version from leads")).containsExactly(Map.of("version", 10));
      assertThat(announced("LeadCaptured")).hasSize(1);
      assertThat(announced("LeadUpdated")).hasSize(9);
    }
  }

  @Nested
  class Given_two_businesses {

    @Test
    void when_both_have_a_call_of_one_id_then_each_has_its_own_lead() {
      var atGlobex = capture(globex().ongoing(call.call()), Map.of("name", "Gus", "need", "Pipes"));
      var atAcme = capture(maria());

      assertThat(atAcme.json()).isNotEqualTo(atGlobex.json());
      var seen = list.call(request().as(acme().owner())).json().path("items");
      assertThat(seen).hasSize(1);
      assertThat(seen.path(0).path("name").asText()).isEqualTo("Maria Lopez");
    }
  }

  @Nested
  class Given_somebody_else {

    @ParameterizedTest
    @EnumSource(Role.class)
    void when_a_member_uses_the_tool_then_it_is_forbidden(Role role) {
      var response = capture(acme().as(role), maria());

      assertThat(response.status()).isEqualTo(403);
      assertThat(rows("select from leads")).isEmpty();
    }

    @Test
    void when_nobody_uses_the_tool_then_it_is_401() {
      assertThat(capture.call(request().json(maria())).status()).isEqualTo(401);
    }

    @Test
    void when_a_call_asks_for_what_people_may_see_then_it_is_forbidden() {
      var id = capture(maria()).json().path("leadId").asText();

      assertThat(list.call(request().as(call)).status()).isEqualTo(403);
      assertThat(get.call(request().as(call).path("leadId", id)).status()).isEqualTo(403);
      assertThat(create.call(request().as(call).json(Map.of("name", "M"))).status()).isEqualTo(403);
      assertThat(
              update
                  .call(request().as(call).path("leadId", id).json(Map.of("version", 1)))
                  .status())
          .isEqualTo(403);
    }
  }

  @Nested
  class Given_arguments_that_do_not_match_the_document {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            no name              | {"need": "x"}                                  | name
            no need              | {"name": "M"}                                  | need
            a blank name         | {"name": " ", "need": "x"}                     | name
            a blank need         | {"name": "M", "need": "\\n"}                   | need
            another field        | {"name": "M", "need": "x", "stage": "WON"}     | stage
            a call of one's own  | {"name": "M", "need": "x", "callId": "1"}      | callId
            a number as a number | {"name": "M", "need": "x", "phone": 4155550132} | phone
            a NUL                | {"name": "M\\u0000", "need": "x"}              | name
            half a character     | {"name": "M", "need": "x\\ud83d"}              | need
            no object            | "capture"                                      | body
            no JSON              | {"name":                                       | body
            """)
    void when_they_come_then_the_field_is_named_and_nothing_is_saved(
        String what, String body, String field) {
      var response = capture.call(request().as(call).json(body));

      assertThat(response.status()).as(what).isEqualTo(400);
      assertThat(response.wrongFields()).contains(field);
      assertThat(rows("select from leads")).isEmpty();
    }

    @Test
    void when_words_try_to_be_more_than_words_then_they_are_kept_as_they_are() {
      var hostile = "'; drop table leads; -- <script>alert(1)</script> ${jndi:x} \u202etxt 🦷";

      var lead = lead(capture(Map.of("name", hostile, "need", hostile)));

      assertThat(lead.path("name").asText()).isEqualTo(hostile);
      assertThat(lead.path("need").asText()).isEqualTo(hostile);
    }
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
