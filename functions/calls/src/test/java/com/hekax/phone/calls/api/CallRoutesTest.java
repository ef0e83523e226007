package com.hekax.phone.calls.api;

import static com.hekax.phone.calls.TestCall.CALLER;
import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.calls.TestCall;
import com.hekax.phone.calls.worker.RecordCallWorker;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallRoutesTest extends DatabaseTest {
  private final TestFunction<ListCallsHandler> list = function(ListCallsHandler::new);
  private final TestFunction<GetCallHandler> get = function(GetCallHandler::new);
  private final TestFunction<ListCallTurnsHandler> turns = function(ListCallTurnsHandler::new);
  private final TestFunction<ListCallEventsHandler> events = function(ListCallEventsHandler::new);
  private final TestFunction<CreateCallTurnsHandler> say = function(CreateCallTurnsHandler::new);
  private final TestFunction<TakeMessageHandler> takeMessage = function(TakeMessageHandler::new);
  private final TestFunction<RecordCallWorker> worker = function(RecordCallWorker::new);

  @BeforeEach
  void given_no_calls() {
    for (var table :
        List.of("calls", "call_events", "call_turns", "call_messages", "handled_events")) {
      sql("delete from " + table);
    }
  }

  private void tell(DomainEvent... about) {
    assertThat(worker.deliver(about)).isEmpty();
  }

  private void say(TestCall call, String itemId, String text) {
    var turn =
        Map.of(
            "itemId",
            itemId,
            "position",
            0,
            "speaker",
            "CALLER",
            "text",
            text,
            "at",
            call.after(10).toString(),
            "interrupted",
            false);
    var response =
        say.call(
            request()
                .as(acme().ongoing(call.id()))
                .path("callId", call.id())
                .json(Map.of("turns", List.of(turn))));
    assertThat(response.status()).isEqualTo(204);
  }

  private List<String> ids(TestRequest request) {
    return list.call(request)
        .json()
        .path("items")
        .valueStream()
        .map(call -> call.path("id").asText())
        .toList();
  }

  /** The three routes about one call. */
  private List<TestResponse> open(Principal who, CallId call) {
    return List.of(
        get.call(request().as(who).path("callId", call)),
        turns.call(request().as(who).path("callId", call)),
        events.call(request().as(who).path("callId", call)));
  }

  /** All pages of a list, walked by two a page. */
  private static List<JsonNode> walk(
      UnaryOperator<TestRequest> request, TestFunction<?> function, int limit) {
    var seen = new ArrayList<JsonNode>();
    var next = "";
    do {
      var asked = request.apply(request()).query("limit", limit);
      var page = function.call(next.isEmpty() ? asked : asked.query("cursor", next)).json();
      page.path("items").forEach(seen::add);
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return seen;
  }

  @Nested
  class Given_a_call_at_Acme_and_another_at_Globex {
    private final TestCall atAcme = TestCall.of(acme());
    private final TestCall atGlobex = TestCall.of(globex());

    @BeforeEach
    void given() {
      tell(atAcme.started(), atGlobex.started());
      say(atAcme, "item_1", "Hello?");
    }

    @ParameterizedTest
    @EnumSource
    void when_a_member_of_any_role_lists_then_it_sees_its_own(Role role) {
      assertThat(ids(request().as(acme().as(role)))).containsExactly(atAcme.id().toString());
      assertThat(ids(request().as(globex().as(role)))).containsExactly(atGlobex.id().toString());
    }

    @Test
    void when_a_member_of_Acme_opens_its_own_then_all_of_it_is_shown() {
      assertThat(open(acme().agent(), atAcme.id()))
          .extracting(TestResponse::status)
          .containsOnly(200);
    }

    @Test
    void when_the_owner_of_Globex_opens_it_then_nothing_of_it_is_found() {
      assertThat(open(globex().owner(), atAcme.id()))
          .allSatisfy(
              response -> {
                assertThat(response.status()).isEqualTo(404);
                assertThat(response.problem()).isEqualTo("NOT_FOUND");
                assertThat(response.text()).doesNotContain("Hello?");
              });
    }

    @Test
    void when_there_is_no_such_call_then_nothing_of_it_is_found() {
      assertThat(open(acme().owner(), CallId.create()))
          .extracting(TestResponse::status)
          .containsOnly(404);
    }

    @Test
    void when_the_credential_of_the_call_itself_asks_then_it_is_forbidden() {
      var credential = acme().ongoing(atAcme.id());

      assertThat(list.call(request().as(credential)).status()).isEqualTo(403);
      assertThat(open(credential, atAcme.id())).extracting(TestResponse::status).containsOnly(403);
    }

    @Test
    void when_nobody_asks_then_it_is_401() {
      assertThat(list.call(request()).status()).isEqualTo(401);
      assertThat(get.call(request().path("callId", atAcme.id())).status()).isEqualTo(401);
    }

    @Test
    void when_the_id_is_no_id_then_nothing_is_there() {
      assertThat(get.call(request().as(acme().agent()).path("callId", "1")).status())
          .isEqualTo(404);
    }
  }

  @Nested
  class Given_a_call_that_led_to_a_lead_and_two_messages {
    private final TestCall call = TestCall.of(acme());
    private final LeadId lead = LeadId.create();

    @BeforeEach
    void given() {
      tell(
          call.started(),
          call.leadCaptured(lead),
          call.assistantFinished("ASSISTANT_ENDED", 120),
          call.ended("COMPLETED", 170));
      message("The lab called about the crown.", "forWhom", "Dana");
      message("Please call me back.", "phone", CALLER);
    }

    private void message(String text, String field, String value) {
      var response =
          takeMessage.call(
              request().as(acme().ongoing(call.id())).json(Map.of("message", text, field, value)));
      assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void when_it_is_opened_then_it_is_shown_with_its_messages_in_their_order() {
      var shown = get.call(request().as(acme().agent()).path("callId", call.id())).json();

      assertThat(shown.path("direction").asText()).isEqualTo("INBOUND");
      assertThat(shown.path("from").asText()).isEqualTo(CALLER);
      assertThat(shown.path("to").asText()).isEqualTo(TestCall.NUMBER);
      assertThat(shown.path("status").asText()).isEqualTo("COMPLETED");
      assertThat(shown.path("outcome").asText()).isEqualTo("LEAD_CAPTURED");
      assertThat(shown.path("startedAt").asText()).isEqualTo("2026-11-20T10:00:00Z");
      assertThat(shown.path("endedAt").asText()).isEqualTo("2026-11-20T10:03:00Z");
      assertThat(shown.path("talkSeconds").asInt()).isEqualTo(170);
      assertThat(shown.path("assistantSeconds").asInt()).isEqualTo(120);
      assertThat(shown.path("leadId").asText()).isEqualTo(lead.toString());
      assertThat(shown.path("transferredTo").isNull()).isTrue();
      assertThat(shown.path("messages"))
          .extracting(message -> message.path("message").asText())
          .containsExactly("The lab called about the crown.", "Please call me back.");
      assertThat(shown.at("/messages/0/forWhom").asText()).isEqualTo("Dana");
      assertThat(shown.at("/messages/1/phone").asText()).isEqualTo(CALLER);
    }

    @Test
    void when_its_story_is_read_then_it_runs_from_the_beginning() {
      var story = walk(asked -> asked.as(acme().agent()).path("callId", call.id()), events, 2);

      assertThat(story)
          .extracting(event -> event.path("kind").asText())
          .containsExactly("STARTED", "LEAD_CAPTURED", "ASSISTANT_FINISHED", "ENDED");
      assertThat(story.get(1).at("/detail/leadId").asText()).isEqualTo(lead.toString());
      assertThat(story.get(3).at("/detail/talkSeconds").asInt()).isEqualTo(170);
    }
  }

  @Nested
  class Given_calls_of_several_kinds {
    private final LeadId lead = LeadId.create();
    private final TestCall ringing = TestCall.of(acme()).startingAt("2026-11-20T10:00:00Z");
    private final TestCall missed = TestCall.of(acme()).startingAt("2026-11-21T10:00:00Z");
    private final TestCall outbound = TestCall.of(acme()).startingAt("2026-11-22T10:00:00Z");
    private final TestCall captured = TestCall.of(acme()).startingAt("2026-11-23T10:00:00Z");

    @BeforeEach
    void given() {
      tell(
          ringing.started("INBOUND", Optional.of("+14155550177")),
          missed.ended("NO_ANSWER", 0),
          outbound.started("OUTBOUND", Optional.of(TestCall.NUMBER)),
          captured.ended("COMPLETED", 60),
          captured.leadCaptured(lead));
    }

    private List<String> found(String name, Object value) {
      return ids(request().as(acme().agent()).query(name, value));
    }

    @Test
    void when_the_live_ones_are_asked_for_then_those_come_that_have_not_ended() {
      var now = Instant.now().toString();
      var live = TestCall.of(acme()).startingAt(now);
      var over = TestCall.of(acme()).startingAt(now);
      var foreign = TestCall.of(globex()).startingAt(now);
      tell(
          live.started(),
          live.answeredByAssistant(2),
          over.ended("COMPLETED", 10),
          foreign.started());

      assertThat(found("live", true)).isEqualTo(idsOf(live));
      assertThat(found("live", false)).hasSize(6);
    }

    @Test
    void when_a_call_is_live_then_who_has_the_caller_is_shown() {
      tell(captured.answeredBy("Ana Silva", 30), ringing.answeredBy("Ana Silva", 30));

      var goingOn = get.call(request().as(acme().agent()).path("callId", ringing.id())).json();
      assertThat(goingOn.path("stage").asText()).isEqualTo("PERSON");
      assertThat(goingOn.path("stageSince").asText()).isEqualTo("2026-11-20T10:00:30Z");
      assertThat(goingOn.path("stagePerson").asText()).isEqualTo("Ana Silva");
      assertThat(goingOn.path("status").asText()).isEqualTo("IN_PROGRESS");
      var over = get.call(request().as(acme().agent()).path("callId", captured.id())).json();
      assertThat(over.path("stage").asText()).isEqualTo("ENDED");
      assertThat(over.path("stageSince").asText()).isEqualTo("2026-11-23T10:03:00Z");
      assertThat(over.path("stagePerson").isNull()).isTrue();
    }

    private static List<String> idsOf(TestCall... calls) {
      return List.of(calls).stream().map(call -> call.id().toString()).toList();
    }

    @Test
    void when_nothing_is_asked_for_then_all_come_newest_first() {
      assertThat(ids(request().as(acme().agent())))
          .isEqualTo(idsOf(captured, outbound, missed, ringing));
    }

    @Test
    void when_a_status_is_asked_for_then_only_that_comes() {
      assertThat(found("status", "RINGING")).isEqualTo(idsOf(outbound, ringing));
      assertThat(found("status", "NO_ANSWER")).isEqualTo(idsOf(missed));
    }

    @Test
    void when_an_outcome_is_asked_for_then_only_that_comes() {
      assertThat(found("outcome", "MISSED")).isEqualTo(idsOf(missed));
      assertThat(found("outcome", "LEAD_CAPTURED")).isEqualTo(idsOf(captured));
    }

    @Test
    void when_a_direction_is_asked_for_then_only_that_comes() {
      assertThat(found("direction", "OUTBOUND")).isEqualTo(idsOf(outbound));
    }

    @Test
    void when_a_caller_is_asked_for_then_only_theirs_come() {
      assertThat(found("caller", "+14155550177")).isEqualTo(idsOf(ringing));
    }

    @Test
    void when_a_lead_is_asked_for_then_only_its_calls_come() {
      assertThat(found("leadId", lead)).isEqualTo(idsOf(captured));
      assertThat(found("leadId", LeadId.create())).isEmpty();
    }

    @Test
    void when_times_are_asked_for_then_the_first_counts_and_the_last_does_not() {
      assertThat(found("startedFrom", "2026-11-22T10:00:01Z")).isEqualTo(idsOf(captured, outbound));
      assertThat(found("startedBefore", "2026-11-21T10:00:00Z")).isEqualTo(idsOf(ringing));
    }

    @Test
    void when_several_things_are_asked_for_then_all_of_them_hold() {
      assertThat(
              ids(
                  request()
                      .as(acme().agent())
                      .query("status", "RINGING")
                      .query("direction", "INBOUND")
                      .query("startedBefore", "2026-11-23T00:00:00Z")))
          .isEqualTo(idsOf(ringing));
    }

    @ParameterizedTest
    @CsvSource({
      "limit, 0",
      "limit, 101",
      "live, perhaps",
      "status, ASLEEP",
      "outcome, BOUGHT",
      "direction, UP",
      "startedFrom, yesterday",
      "caller, 415-555-0132",
      "leadId, me",
      "cursor, zzz",
      "colour, red"
    })
    void when_a_query_parameter_is_wrong_then_it_is_named(String name, String value) {
      var response = list.call(request().as(acme().agent()).query(name, value));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(name);
    }
  }

  @Nested
  class Given_60_calls {
    @BeforeEach
    void given() {
      // All in two instants: the id must break the tie.
      tell(
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      TestCall.of(acme())
                          .startingAt("2026-11-20T10:00:0%dZ".formatted(i % 2))
                          .started())
              .toArray(DomainEvent[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30, 60})
    void when_all_pages_are_walked_then_each_is_seen_once_newest_first(int limit) {
      var seen = walk(asked -> asked.as(acme().agent()), list, limit);

      assertThat(seen).hasSize(60);
      assertThat(seen.stream().map(call -> call.path("id").asText()).distinct()).hasSize(60);
      assertThat(seen.stream().map(call -> Instant.parse(call.path("startedAt").asText())))
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
  }
}
