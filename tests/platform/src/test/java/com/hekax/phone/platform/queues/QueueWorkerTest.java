package com.hekax.phone.platform.queues;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.AtOnce;
import com.hekax.phone.platform.LoggedLines;
import com.hekax.phone.platform.NotesTest;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.SampleEvents;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.LogContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueWorkerTest extends NotesTest {
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<List<String>> batches = new CopyOnWriteArrayList<>();
  private volatile boolean batchFails;
  private volatile Delivery answer = Delivery.done();
  private final TestFunction<NoteWorker> worker =
      function(() -> new NoteWorker(this::write, this::send, this::afterBatch));

  /** Writes captured leads down, and sends changed ones somewhere. */
  private static final class NoteWorker extends QueueWorker {
    private final Subscriptions subscriptions;
    private final Runnable afterBatch;

    NoteWorker(
        BiConsumer<Tx, LeadCaptured> write,
        Function<LeadUpdated, Delivery> send,
        Runnable afterBatch) {
      this.subscriptions =
          Subscriptions.none().write(LeadCaptured.class, write).send(LeadUpdated.class, send);
      this.afterBatch = afterBatch;
    }

    @Override
    protected Subscriptions subscriptions() {
      return subscriptions;
    }

    @Override
    protected void afterBatch() {
      afterBatch.run();
    }
  }

  private void write(Tx tx, LeadCaptured event) {
    tx.dao(NoteDao.class).insert(event.organization(), event.lead().name());
    if (event.lead().name().equals("broken")) {
      throw new IllegalStateException("This one does not work");
    }
  }

  private Delivery send(LeadUpdated event) {
    sent.add(event.lead().name());
    if (event.lead().name().equals("broken")) {
      throw new IllegalStateException("This one does not work");
    }
    return answer;
  }

  private void afterBatch() {
    batches.add(notes());
    if (batchFails) {
      throw new IllegalStateException("This does not work");
    }
  }

  @BeforeEach
  void given_that_nothing_was_handled() {
    sql("truncate handled_events");
    sent.clear();
    batches.clear();
    answer = Delivery.done();
  }

  @Nested
  class Given_an_effect_in_rows {

    @Test
    void when_the_event_comes_then_the_effect_and_the_note_of_it_are_saved() {
      var event = SampleEvents.captured(acme().id(), "Maria");

      assertThat(worker.deliver(event)).isEmpty();

      assertThat(notes()).containsExactly("Maria");
      assertThat(rows("select organization_id, consumer, event_id from handled_events"))
          .containsExactly(
              Map.of(
                  "organization_id", acme().id().value(),
                  "consumer", "NoteWorker",
                  "event_id", event.eventId()));
    }

    @Test
    void when_the_event_comes_again_then_nothing_changes() {
      var event = SampleEvents.captured(acme().id(), "Maria");
      worker.deliver(event);

      assertThat(worker.deliver(event)).isEmpty();
      assertThat(worker.deliver(event, event)).isEmpty();

      assertThat(notes()).containsExactly("Maria");
    }

    @Test
    void when_the_event_comes_to_eight_at_once_then_it_has_its_effect_once() {
      var event = SampleEvents.captured(acme().id(), "Maria");

      assertThat(AtOnce.times(8, _ -> worker.deliver(event))).allMatch(List::isEmpty);

      assertThat(notes()).containsExactly("Maria");
    }

    @Test
    void when_the_effect_fails_then_neither_it_nor_the_note_of_it_stays() {
      var event = SampleEvents.captured(acme().id(), "broken");

      assertThat(worker.deliver(event)).containsExactly(0);

      assertThat(notes()).isEmpty();
      assertThat(handled()).isZero();
    }

    @Test
    void when_the_same_event_goes_to_two_organizations_workers_then_each_handles_its_own() {
      worker.deliver(
          SampleEvents.captured(acme().id(), "at Acme"),
          SampleEvents.captured(globex().id(), "at Globex"));

      assertThat(rows("select text from notes where organization_id = ?", globex().id().value()))
          .containsExactly(Map.of("text", "at Globex"));
    }
  }

  @Nested
  class Given_an_effect_outside {
    private final LeadUpdated event = SampleEvents.updated(acme().id(), "Maria");

    @Test
    void when_it_is_done_then_it_is_not_done_again() {
      assertThat(worker.deliver(event)).isEmpty();
      assertThat(worker.deliver(event)).isEmpty();

      assertThat(sent).containsExactly("Maria");
      assertThat(handled()).isOne();
    }

    @Test
    void when_it_was_written_down_for_later_then_the_message_is_finished_with() {
      answer = Delivery.scheduled(Duration.ofMinutes(5));

      assertThat(worker.deliver(event)).isEmpty();
      assertThat(worker.deliver(event)).isEmpty();

      assertThat(sent).containsExactly("Maria");
      assertThat(handled()).isOne();
    }

    @Test
    void when_it_is_to_be_shown_again_then_it_is_reported_and_done_the_next_time() {
      answer = Delivery.again("The other side is asleep");
      assertThat(worker.deliver(event)).containsExactly(0);
      assertThat(handled()).isZero();

      answer = Delivery.done();
      assertThat(worker.deliver(event)).isEmpty();

      assertThat(sent).containsExactly("Maria", "Maria");
      assertThat(handled()).isOne();
    }

    @Test
    void when_it_fails_then_it_is_reported_and_not_taken_for_done() {
      var broken = SampleEvents.updated(acme().id(), "broken");

      assertThat(worker.deliver(broken)).containsExactly(0);
      assertThat(worker.deliver(broken)).containsExactly(0);

      assertThat(handled()).isZero();
    }
  }

  @Nested
  class Given_a_batch_with_a_bad_message_in_the_middle {
    private final String good = envelope("one");
    private final String neighbour = envelope("two");

    @Test
    void when_its_effect_fails_then_it_alone_is_reported_and_its_neighbours_are_done() {
      assertThat(worker.deliverBodies(good, envelope("broken"), neighbour)).containsExactly(1);

      assertThat(notes()).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "null",
          "[]",
          "{}",
          "\"text\"",
          "{\"detail-type\":\"LeadCaptured\"}",
          "{\"detail-type\":\"LeadCaptured\",\"detail\":{}}",
          "{\"detail-type\":\"LeadCaptured\",\"detail\":{\"correlationId\":\"x\",\"event\":{}}}",
          "{\"detail-type\":\"LeadCaptured\",\"detail\":{\"correlationId\":\"x\",\"event\":{\"organization\":\"acme\"}}}",
          "{\"detail-type\":\"LeadLost\",\"detail\":{\"correlationId\":\"x\",\"event\":{}}}"
        })
    void when_nobody_can_read_it_or_act_on_it_then_it_alone_is_reported(String bad) {
      try (var log = new LoggedLines()) {
        assertThat(worker.deliverBodies(good, bad, neighbour)).containsExactly(1);

        assertThat(log.of("ERROR")).hasSize(1);
      }
      assertThat(notes()).containsExactly("one", "two");
    }

    private String envelope(String name) {
      return TestFunction.envelope(SampleEvents.captured(acme().id(), name));
    }
  }

  @Nested
  class Given_an_event_of_a_newer_version {

    @Test
    void when_it_has_fields_that_nobody_knows_yet_then_these_are_passed_over() {
      var envelope =
          TestFunction.envelope(SampleEvents.captured(acme().id(), "Maria"))
              .replace("\"version\":1", "\"version\":1,\"mood\":\"cheerful\"");
      assertThat(envelope).contains("cheerful");

      assertThat(worker.deliverBodies(envelope)).isEmpty();

      assertThat(notes()).containsExactly("Maria");
    }
  }

  @Nested
  class Given_work_that_follows_a_batch {

    @Test
    void when_the_messages_are_done_then_it_runs_once_and_sees_what_they_wrote() {
      worker.deliver(
          SampleEvents.captured(acme().id(), "one"), SampleEvents.captured(acme().id(), "two"));

      assertThat(batches).containsExactly(List.of("one", "two"));
    }

    @Test
    void when_it_fails_then_that_is_logged_and_the_messages_stay_done() {
      batchFails = true;
      try (var log = new LoggedLines()) {
        assertThat(worker.deliver(SampleEvents.captured(acme().id(), "one"))).isEmpty();

        assertThat(log.of("ERROR")).hasSize(1);
      } finally {
        batchFails = false;
      }
      assertThat(notes()).containsExactly("one");
    }
  }

  @Nested
  class Given_what_one_cause_set_off {

    @Test
    void when_an_event_is_handled_then_the_log_goes_on_with_its_correlation_and_organization() {
      var seen = new CopyOnWriteArrayList<LogContext>();
      DomainEvent event = SampleEvents.updated(globex().id(), "Maria");
      var watching =
          function(
              () ->
                  new NoteWorker(
                      (_, _) -> {},
                      _ -> {
                        seen.add(LogContext.current());
                        return Delivery.done();
                      },
                      () -> {}));

      watching.deliver(event);

      assertThat(seen).hasSize(1);
      assertThat(seen.getFirst().service()).isEqualTo("platform");
      assertThat(seen.getFirst().correlationId()).isEqualTo("test");
      assertThat(seen.getFirst().organization()).contains(globex().id());
    }
  }

  @Test
  void when_it_is_pinged_then_it_answers_without_a_word() {
    assertThat(worker.invoke(Json.tree(Ping.PAYLOAD)).isMissingNode()).isTrue();
  }

  private int handled() {
    return rows("select from handled_events").size();
  }
}
