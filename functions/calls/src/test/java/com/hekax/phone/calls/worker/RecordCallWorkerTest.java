package com.hekax.phone.calls.worker;

import static com.hekax.phone.calls.TestCall.CALLER;
import static com.hekax.phone.calls.TestCall.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.calls.TestCall;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.json.Json;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCallWorkerTest extends DatabaseTest {
  private static final LeadId FIRST_LEAD = LeadId.parse("019a0000-0000-7000-8000-000000000001");
  private static final LeadId SECOND_LEAD = LeadId.parse("019a0000-0000-7000-8000-000000000002");

  private final TestFunction<RecordCallWorker> worker = function(RecordCallWorker::new);

  @BeforeEach
  void given_no_calls() {
    sql("delete from calls");
    sql("delete from call_events");
    sql("delete from handled_events");
    sql("delete from outbox");
  }

  private void deliver(DomainEvent... events) {
    assertThat(worker.deliver(events)).isEmpty();
  }

  private Map<String, Object> row(TestCall call) {
    var rows = rows("select * from calls where id = ?", call.id().value());
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  /** What was announced of calls, oldest first. */
  private List<JsonNode> updates() {
    return rows("select detail::text as detail from outbox where type = 'CallUpdated' order by id")
        .stream()
        .map(update -> Json.tree(String.valueOf(update.get("detail"))))
        .toList();
  }

  /** The kinds of what happened, in the order in which it did. */
  private List<Object> story(TestCall call) {
    return rows("select kind from call_events where call_id = ? order by at", call.id().value())
        .stream()
        .map(event -> event.get("kind"))
        .toList();
  }

  @Nested
  class Given_a_call_that_rings {
    private final TestCall call = TestCall.of(acme());

    @BeforeEach
    void given() {
      deliver(call.started());
    }

    @Test
    void then_it_is_there_between_its_two_numbers_and_has_led_to_nothing() {
      assertThat(row(call))
          .containsEntry("organization_id", acme().id().value())
          .containsEntry("direction", "INBOUND")
          .containsEntry("from_number", CALLER)
          .containsEntry("to_number", NUMBER)
          .containsEntry("status", "RINGING")
          .containsEntry("started_at", Timestamp.from(call.after(1)))
          .containsEntry("ended_at", null)
          .containsEntry("outcome", null)
          .containsEntry("version", 1);
    }

    @ParameterizedTest
    @CsvSource({
      "COMPLETED, 170, ANSWERED",
      "NO_ANSWER, 0, MISSED",
      "BUSY, 0, MISSED",
      "CANCELED, 0, MISSED",
      "FAILED, 0, MISSED"
    })
    void when_it_ends_then_it_shows_how_and_whether_anybody_answered(
        String outcome, int talkSeconds, String ledTo) {
      deliver(call.ended(outcome, talkSeconds));

      assertThat(row(call))
          .containsEntry("status", outcome)
          .containsEntry("outcome", ledTo)
          .containsEntry("talk_seconds", talkSeconds)
          .containsEntry("started_at", Timestamp.from(call.start()))
          .containsEntry("ended_at", Timestamp.from(call.after(180)));
      assertThat(story(call)).containsExactly("STARTED", "ENDED");
    }

    @Test
    void when_a_person_does_not_take_it_over_then_it_goes_on_and_was_not_transferred() {
      deliver(
          call.transferStarted("Ana Silva", 30), call.transferEnded("Ana Silva", "NO_ANSWER", 50));

      assertThat(row(call))
          .containsEntry("status", "IN_PROGRESS")
          .containsEntry("outcome", null)
          .containsEntry("transferred_to", null);
      assertThat(story(call)).containsExactly("STARTED", "TRANSFER_STARTED", "TRANSFER_ENDED");
    }

    @Test
    void when_it_leads_to_more_then_its_outcome_moves_up_and_never_down() {
      var outcomes = new ArrayList<Object>();
      for (var event :
          List.of(
              call.assistantFinished("TRANSFERRED", 40),
              call.voicemailLeft(60),
              call.messageTaken(),
              call.leadCaptured(FIRST_LEAD),
              call.transferEnded("Ana Silva", "ANSWERED", 50),
              call.answeredByAssistant(55),
              call.leadCaptured(FIRST_LEAD),
              call.messageTaken(),
              call.ended("COMPLETED", 170))) {
        deliver(event);
        outcomes.add(row(call).get("outcome"));
      }

      assertThat(outcomes)
          .containsExactly(
              "ANSWERED",
              "VOICEMAIL_LEFT",
              "MESSAGE_TAKEN",
              "LEAD_CAPTURED",
              "TRANSFERRED",
              "TRANSFERRED",
              "TRANSFERRED",
              "TRANSFERRED",
              "TRANSFERRED");
    }

    @Test
    void when_the_receptionist_was_in_it_twice_then_both_times_count() {
      deliver(call.assistantFinished("TRANSFERRED", 40), call.assistantFinished("SILENCE", 25));

      assertThat(row(call)).containsEntry("assistant_seconds", 65);
    }

    @Test
    void then_what_happened_is_told_with_what_goes_with_it() {
      deliver(
          call.answeredByAssistant(2),
          call.leadCaptured(FIRST_LEAD),
          call.transferEnded("Ana Silva", "BUSY", 100),
          call.answeredBy("Sam Okafor", 110),
          call.assistantFinished("SILENCE", 120),
          call.voicemailLeft(130));

      assertThat(rows("select detail::text as detail from call_events order by at"))
          .extracting(row -> Json.tree(String.valueOf(row.get("detail"))))
          .containsExactly(
              Json.tree("{\"direction\": \"INBOUND\"}"),
              Json.tree("{\"by\": \"ASSISTANT\"}"),
              Json.tree("{\"leadId\": \"%s\", \"name\": \"Maria Lopez\"}".formatted(FIRST_LEAD)),
              Json.tree("{\"to\": \"Ana Silva\", \"outcome\": \"BUSY\"}"),
              Json.tree("{\"by\": \"PERSON\", \"person\": \"Sam Okafor\"}"),
              Json.tree("{\"reason\": \"SILENCE\", \"seconds\": 120}"),
              Json.tree("{\"voicemailId\": \"%s\", \"seconds\": 7}".formatted(TestCall.VOICEMAIL)));
    }

    @Test
    void when_somebody_takes_it_then_it_is_in_progress() {
      deliver(call.answeredByAssistant(2));

      assertThat(row(call)).containsEntry("status", "IN_PROGRESS");
    }

    @Test
    void when_it_goes_from_hand_to_hand_then_each_stage_is_announced_as_it_begins() {
      deliver(
          call.answeredByAssistant(2),
          call.leadCaptured(FIRST_LEAD),
          call.transferStarted("Ana Silva", 70),
          call.transferEnded("Ana Silva", "NO_ANSWER", 80),
          call.answeredByAssistant(81),
          call.transferStarted("Sam Okafor", 85),
          call.answeredBy("Sam Okafor", 85),
          call.transferEnded("Sam Okafor", "ANSWERED", 170),
          call.ended("COMPLETED", 170));

      assertThat(stages())
          .containsExactly(
              "RINGING 10:00:01 null",
              "ASSISTANT 10:00:02 null",
              "ASSISTANT 10:00:02 null",
              "TRANSFERRING 10:01:10 Ana Silva",
              "RINGING 10:01:20 null",
              "ASSISTANT 10:01:21 null",
              "TRANSFERRING 10:01:25 Sam Okafor",
              "PERSON 10:01:25 Sam Okafor",
              "PERSON 10:01:25 Sam Okafor",
              "ENDED 10:03:00 null");
    }

    @Test
    void when_a_voicemail_is_swept_up_after_the_end_then_the_call_stays_ended() {
      deliver(call.ended("COMPLETED", 20), call.voicemailLeft(400));

      assertThat(stages()).last().isEqualTo("ENDED 10:03:00 null");
      assertThat(row(call)).containsEntry("outcome", "VOICEMAIL_LEFT");
    }

    private List<String> stages() {
      return updates().stream()
          .map(
              update ->
                  "%s %s %s"
                      .formatted(
                          update.at("/call/stage").asText(),
                          update.at("/call/stageSince").asText().substring(11, 19),
                          update.at("/call/stagePerson").asText()))
          .toList();
    }
  }

  @Nested
  class Given_the_events_of_one_call {

    @Test
    void when_they_come_in_any_of_their_720_orders_then_they_come_to_the_same_row() {
      inAllOrders(
          call ->
              List.of(
                  call.started(),
                  call.messageTaken(),
                  call.leadCaptured(FIRST_LEAD),
                  call.transferEnded("Ana Silva", "ANSWERED", 100),
                  call.assistantFinished("TRANSFERRED", 90),
                  call.ended("COMPLETED", 170)));

      assertThat(distinctRows())
          .containsExactly(
              "INBOUND %s %s COMPLETED 10:00:00 10:03:00 170 TRANSFERRED %s Ana Silva 10:01:40 90 6"
                  .formatted(CALLER, NUMBER, FIRST_LEAD));
    }

    @Test
    void when_it_goes_from_hand_to_hand_then_any_order_comes_to_the_same_stage() {
      inAllOrders(
          call ->
              List.of(
                  call.started(),
                  call.answeredByAssistant(2),
                  call.transferStarted("Ana Silva", 30),
                  call.answeredBy("Ana Silva", 30),
                  call.transferStarted("Sam Okafor", 20),
                  call.transferEnded("Sam Okafor", "BUSY", 25)));

      assertThat(distinctStages()).containsExactly("PERSON 10:00:30 Ana Silva");
    }

    @Test
    void when_its_end_is_among_them_then_any_order_comes_to_the_end() {
      inAllOrders(
          call ->
              List.of(
                  call.started(),
                  call.transferStarted("Ana Silva", 30),
                  call.transferEnded("Ana Silva", "NO_ANSWER", 50),
                  call.voicemailLeft(200),
                  call.ended("COMPLETED", 170)));

      assertThat(lastUpdates()).containsExactly("ENDED VOICEMAIL_LEFT 2026-11-20T10:03:00Z");
    }

    /** What was announced of each call last, where all announced the same. */
    private List<String> lastUpdates() {
      return rows(
              """
              select distinct concat_ws(' ', detail -> 'call' ->> 'stage', detail -> 'call' ->> 'outcome',
                       detail -> 'call' ->> 'stageSince', detail -> 'call' ->> 'stagePerson') as told
                from outbox
               where type = 'CallUpdated' and detail -> 'call' ->> 'version' = '5'
              """)
          .stream()
          .map(row -> String.valueOf(row.get("told")))
          .toList();
    }

    private List<String> distinctStages() {
      return rows(
              """
              select distinct concat_ws(' ', stage, (stage_at at time zone 'UTC')::time, stage_person) as told
                from calls
              """)
          .stream()
          .map(row -> String.valueOf(row.get("told")))
          .toList();
    }

    @Test
    void when_several_are_of_one_kind_then_any_order_comes_to_the_same_row_too() {
      inAllOrders(
          call ->
              List.of(
                  call.transferEnded("Ana Silva", "ANSWERED", 30),
                  call.transferEnded("Sam Okafor", "ANSWERED", 60),
                  call.leadCaptured(SECOND_LEAD),
                  call.leadCaptured(FIRST_LEAD),
                  call.ended("BUSY", 0)));

      assertThat(distinctRows())
          .containsExactly(
              "INBOUND %s %s BUSY 10:00:00 10:03:00 0 TRANSFERRED %s Sam Okafor 10:01:00 0 5"
                  .formatted(CALLER, NUMBER, FIRST_LEAD));
    }

    @Test
    void when_their_start_is_heard_last_then_the_row_was_there_before_without_its_numbers() {
      var call = TestCall.of(acme());

      deliver(call.leadCaptured(FIRST_LEAD));

      assertThat(row(call))
          .containsEntry("status", "IN_PROGRESS")
          .containsEntry("direction", null)
          .containsEntry("from_number", null)
          .containsEntry("lead_id", FIRST_LEAD.value());
      deliver(call.started());
      assertThat(row(call))
          .containsEntry("status", "IN_PROGRESS")
          .containsEntry("direction", "INBOUND")
          .containsEntry("started_at", Timestamp.from(call.after(1)));
    }

    @Test
    void when_the_caller_withholds_the_number_then_there_is_none() {
      var call = TestCall.of(acme());

      deliver(call.started("INBOUND", Optional.empty()));

      assertThat(row(call)).containsEntry("from_number", null);
    }

    @Test
    void when_each_comes_three_times_then_it_counts_once() {
      var call = TestCall.of(acme());
      var finished = call.assistantFinished("ASSISTANT_ENDED", 90);
      var ended = call.ended("COMPLETED", 170);

      deliver(finished, ended, finished);
      deliver(ended, finished, ended);

      assertThat(updates())
          .extracting(update -> update.at("/call/version").asInt())
          .containsExactly(1, 2);
      assertThat(row(call)).containsEntry("assistant_seconds", 90).containsEntry("version", 2);
      assertThat(story(call)).hasSize(2);
    }

    @Test
    void when_one_comes_again_after_it_was_forgotten_then_the_story_still_knows_it() {
      var call = TestCall.of(acme());
      var finished = call.assistantFinished("ASSISTANT_ENDED", 90);
      deliver(finished);
      sql("delete from handled_events");

      deliver(finished);

      assertThat(row(call)).containsEntry("assistant_seconds", 90).containsEntry("version", 1);
    }

    @Test
    void when_many_workers_hear_of_it_at_once_then_nothing_is_lost() {
      var call = TestCall.of(acme());
      try (var workers = Executors.newFixedThreadPool(8)) {
        for (int i = 0; i < 40; i++) {
          workers.execute(
              () -> function(RecordCallWorker::new).deliver(call.assistantFinished("DRAINED", 1)));
        }
      }

      assertThat(row(call)).containsEntry("assistant_seconds", 40).containsEntry("version", 40);
    }

    private void inAllOrders(Function<TestCall, List<DomainEvent>> events) {
      int count = events.apply(TestCall.of(acme())).size();
      for (var order : ordersOf(count)) {
        var told = events.apply(TestCall.of(acme()));
        deliver(order.stream().map(told::get).toArray(DomainEvent[]::new));
      }
    }

    /** All orders of the numbers below {@code count}. */
    private static List<List<Integer>> ordersOf(int count) {
      var orders = new ArrayList<List<Integer>>(List.of(List.of()));
      for (int next = 0; next < count; next++) {
        var longer = new ArrayList<List<Integer>>();
        for (var order : orders) {
          for (int place = 0; place <= order.size(); place++) {
            var one = new ArrayList<>(order);
            one.add(place, next);
            longer.add(Collections.unmodifiableList(one));
          }
        }
        orders = longer;
      }
      return orders;
    }

    private List<String> distinctRows() {
      return rows(
              """
              select distinct concat_ws(' ', direction, from_number, to_number, status,
                       (started_at at time zone 'UTC')::time, (ended_at at time zone 'UTC')::time, talk_seconds,
                       outcome, lead_id, transferred_to, (transferred_at at time zone 'UTC')::time,
                       assistant_seconds, version) as told
                from calls
              """)
          .stream()
          .map(row -> String.valueOf(row.get("told")))
          .toList();
    }
  }

  @Nested
  class Given_a_call_that_changes {

    @Test
    void then_it_is_announced_as_it_is_then() {
      var call = TestCall.of(acme());

      deliver(
          call.started(),
          call.leadCaptured(FIRST_LEAD),
          call.transferEnded("Ana Silva", "ANSWERED", 100),
          call.assistantFinished("TRANSFERRED", 90),
          call.ended("COMPLETED", 170));

      assertThat(updates()).hasSize(5);
      assertThat(updates().getLast().path("organization").asText())
          .isEqualTo(acme().id().toString());
      assertThat(updates().getLast().path("call"))
          .isEqualTo(
              Json.tree(
                  """
                  {"id": "%s", "direction": "INBOUND", "from": "%s", "to": "%s", "status": "COMPLETED",
                   "stage": "ENDED", "stageSince": "2026-11-20T10:03:00Z", "stagePerson": null,
                   "startedAt": "2026-11-20T10:00:00Z", "endedAt": "2026-11-20T10:03:00Z", "talkSeconds": 170,
                   "outcome": "TRANSFERRED", "lead": "%s", "transferredTo": "Ana Silva",
                   "assistantSeconds": 90, "version": 5}
                  """
                      .formatted(call.id(), CALLER, NUMBER, FIRST_LEAD)));
    }

    @Test
    void when_a_lead_of_it_sets_that_off_then_it_is_found_by_the_call_all_the_same() {
      var call = TestCall.of(acme());

      deliver(call.leadCaptured(FIRST_LEAD));

      assertThat(rows("select correlation_id from outbox where type = 'CallUpdated'"))
          .containsExactly(Map.of("correlation_id", call.id().toString()));
    }
  }

  @Nested
  class Given_messages_that_say_nothing_about_a_call {

    @Test
    void when_a_lead_was_added_by_hand_then_no_call_comes_of_it() {
      deliver(TestCall.of(acme()).leadCaptured(FIRST_LEAD, Optional.empty()));

      assertThat(rows("select from calls")).isEmpty();
      assertThat(rows("select from call_events")).isEmpty();
    }

    @Test
    void when_a_message_cannot_be_read_then_it_alone_is_shown_again() {
      var first = TestCall.of(acme());
      var last = TestCall.of(globex());

      var again =
          worker.deliverBodies(
              TestFunction.envelope(first.started()),
              "{\"detail-type\":",
              TestFunction.envelope(TestCall.of(acme()).ended("VANISHED", 0)),
              TestFunction.envelope(last.started()));

      assertThat(again).containsExactly(1, 2);
      assertThat(row(first)).containsEntry("organization_id", acme().id().value());
      assertThat(row(last)).containsEntry("organization_id", globex().id().value());
      assertThat(rows("select from calls")).hasSize(2);
    }

    @Test
    void when_Globex_tells_of_a_call_of_Acme_then_the_call_stays_as_it_is() {
      var call = TestCall.of(acme());
      deliver(call.started());
      var before = row(call);
      var forged = new TestCall(globex().id(), new CallId(call.id().value()), call.start());

      assertThat(worker.deliver(forged.ended("COMPLETED", 170))).containsExactly(0);

      assertThat(row(call)).isEqualTo(before);
      assertThat(story(call)).containsExactly("STARTED");
      assertThat(updates()).hasSize(1);
    }
  }
}
