package com.hekax.phone.live.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallDetails;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.CallUpdated;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.live.LiveTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BroadcastLiveWorkerTest extends LiveTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final TestFunction<BroadcastLiveWorker> worker = function(BroadcastLiveWorker::new);

  private static LeadCaptured captured(Organization organization, String name) {
    return new LeadCaptured(
        TimeOrderedUuid.next(), organization.id(), NOON, lead(name, Optional.empty()));
  }

  private static CallUpdated updated(Organization organization) {
    return new CallUpdated(
        TimeOrderedUuid.next(),
        organization.id(),
        NOON,
        new CallDetails(
            CallId.create(),
            Optional.of("INBOUND"),
            Optional.of("+14155550132"),
            Optional.of("+14155550100"),
            "IN_PROGRESS",
            "PERSON",
            NOON,
            Optional.of("Ana Silva"),
            NOON,
            Optional.empty(),
            0,
            Optional.of("LEAD_CAPTURED"),
            Optional.of(LeadId.create()),
            Optional.empty(),
            40,
            4));
  }

  /** The same of an organization that does not exist: it cannot be kept. */
  private static LeadCaptured ofNobody(LeadCaptured event) {
    return new LeadCaptured(
        event.eventId(), new OrganizationId(UUID.randomUUID()), NOON, event.lead());
  }

  private static LeadDetails lead(String name, Optional<UserId> assignedTo) {
    return new LeadDetails(
        LeadId.create(),
        name,
        Optional.of("+14155550132"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("Chipped tooth"),
        "NEW",
        "CALL",
        Optional.of(CallId.create()),
        assignedTo,
        NOON,
        NOON,
        1);
  }

  @Nested
  class Given_two_links_of_Acme_and_one_of_Globex {

    @BeforeEach
    void given() {
      linked(acme(), "c-acme-1");
      linked(acme(), "c-acme-2");
      linked(globex(), "c-globex");
    }

    @Test
    void when_Acme_captures_a_lead_then_both_its_pages_see_it_and_the_other_does_not() {
      var event = captured(acme(), "Maria Lopez");

      assertThat(worker.deliver(event)).isEmpty();

      assertThat(gateway.framesOf("c-acme-1"))
          .singleElement()
          .satisfies(
              frame -> {
                assertThat(frame.path("v").asInt()).isEqualTo(1);
                assertThat(frame.path("seq").asLong()).isEqualTo(1);
                assertThat(frame.path("type").asText()).isEqualTo("lead.captured");
                assertThat(frame.path("at").asText()).isEqualTo("2026-11-22T12:00:00Z");
                assertThat(frame.path("data").path("id").asText())
                    .isEqualTo(event.lead().id().toString());
                assertThat(frame.path("data").path("name").asText()).isEqualTo("Maria Lopez");
                assertThat(frame.path("data").path("assignedTo").isNull()).isTrue();
                assertThat(ApiSchema.faultsInLead(frame.path("data"))).isEmpty();
              });
      assertThat(gateway.framesOf("c-acme-2")).isEqualTo(gateway.framesOf("c-acme-1"));
      assertThat(gateway.framesOf("c-globex")).isEmpty();
    }

    @Test
    void when_a_lead_of_Globex_is_changed_then_its_page_sees_who_it_is_assigned_to() {
      var gus = globex().agent().user();
      var event =
          new LeadUpdated(
              TimeOrderedUuid.next(), globex().id(), NOON, lead("Gus", Optional.of(gus)));

      assertThat(worker.deliver(event)).isEmpty();

      assertThat(gateway.framesOf("c-globex"))
          .singleElement()
          .satisfies(
              frame -> {
                assertThat(frame.path("type").asText()).isEqualTo("lead.updated");
                var assignee = frame.path("data").path("assignedTo");
                assertThat(assignee.path("userId").asText()).isEqualTo(gus.toString());
                assertThat(assignee.path("name").asText()).isEqualTo("Globex agent");
                assertThat(ApiSchema.faultsInLead(frame.path("data"))).isEmpty();
              });
      assertThat(gateway.reached()).isEqualTo(1);
    }

    @Test
    void when_a_call_of_Acme_goes_on_then_its_pages_see_it_as_the_API_gives_it() {
      var event = updated(acme());

      assertThat(worker.deliver(event)).isEmpty();

      assertThat(gateway.framesOf("c-acme-1"))
          .singleElement()
          .satisfies(
              frame -> {
                assertThat(frame.path("type").asText()).isEqualTo("call.updated");
                assertThat(frame.path("at").asText()).isEqualTo("2026-11-22T12:00:00Z");
                var call = frame.path("data");
                assertThat(call.path("id").asText()).isEqualTo(event.call().id().toString());
                assertThat(call.path("stage").asText()).isEqualTo("PERSON");
                assertThat(call.path("stagePerson").asText()).isEqualTo("Ana Silva");
                assertThat(call.path("leadId").asText())
                    .isEqualTo(event.call().lead().orElseThrow().toString());
                assertThat(call.has("lead")).isFalse();
                assertThat(call.path("version").asInt()).isEqualTo(4);
                assertThat(ApiSchema.faultsInCall(call)).isEmpty();
              });
      assertThat(gateway.framesOf("c-acme-2")).isEqualTo(gateway.framesOf("c-acme-1"));
      assertThat(gateway.framesOf("c-globex")).isEmpty();
    }

    @Test
    void when_a_batch_is_of_both_then_each_business_counts_its_own_in_order() {
      assertThat(
              worker.deliver(
                  captured(acme(), "Maria Lopez"),
                  captured(globex(), "Gus"),
                  updated(acme()),
                  captured(acme(), "Tom Becker")))
          .isEmpty();

      assertThat(numbers("c-acme-1")).containsExactly(1L, 2L, 3L);
      assertThat(numbers("c-acme-2")).containsExactly(1L, 2L, 3L);
      assertThat(gateway.framesOf("c-acme-1"))
          .extracting(frame -> frame.path("type").asText())
          .containsExactly("lead.captured", "call.updated", "lead.captured");
      assertThat(numbers("c-globex")).containsExactly(1L);
    }

    @Test
    void when_one_event_of_a_batch_fails_then_its_number_goes_to_the_next() {
      var maria = TestFunction.envelope(captured(acme(), "Maria Lopez"));

      assertThat(
              worker.deliverBodies(
                  maria,
                  TestFunction.envelope(ofNobody(captured(acme(), "Nobody"))),
                  TestFunction.envelope(captured(acme(), "Tom Becker"))))
          .containsExactly(1);

      assertThat(numbers("c-acme-1")).containsExactly(1L, 2L);
    }

    @Test
    void when_an_event_is_delivered_again_then_pages_see_it_once() {
      var event = captured(acme(), "Maria Lopez");

      assertThat(worker.deliver(event)).isEmpty();
      assertThat(worker.deliver(event, event)).isEmpty();

      assertThat(gateway.framesOf("c-acme-1")).hasSize(1);
    }

    @Test
    void when_a_link_is_gone_then_it_is_forgotten_and_the_others_see_the_lead() {
      gateway.gone("c-acme-1");

      assertThat(worker.deliver(captured(acme(), "Maria Lopez"))).isEmpty();

      assertThat(gateway.framesOf("c-acme-2")).hasSize(1);
      assertThat(links()).containsExactly("c-acme-2", "c-globex");
    }

    @Test
    void when_the_gateway_is_asked_too_often_then_it_is_asked_again_shortly() {
      gateway.throttled("c-acme-1", 2);

      assertThat(worker.deliver(captured(acme(), "Maria Lopez"))).isEmpty();

      assertThat(gateway.framesOf("c-acme-1")).hasSize(1);
      assertThat(gateway.framesOf("c-acme-2")).hasSize(1);
    }

    @Test
    void when_a_link_stays_broken_then_the_others_see_the_lead_and_it_is_kept() {
      gateway.broken("c-acme-1", Integer.MAX_VALUE);

      assertThat(worker.deliver(captured(acme(), "Maria Lopez"))).isEmpty();

      assertThat(gateway.framesOf("c-acme-2")).hasSize(1);
      assertThat(links()).contains("c-acme-1");
    }

    @Test
    void when_a_link_never_answers_then_it_holds_up_the_others_no_longer_than_seconds() {
      gateway.silent("c-acme-1");
      long start = System.nanoTime();

      assertThat(worker.deliver(captured(acme(), "Maria Lopez"))).isEmpty();

      assertThat(gateway.framesOf("c-acme-2")).hasSize(1);
      // A batch of ten must end within the function's sixty seconds.
      assertThat(System.nanoTime() - start).isLessThan(6_000_000_000L);
    }

    @Test
    void when_a_link_takes_one_frame_of_a_batch_and_not_the_next_then_it_gets_none_after_it() {
      gateway.brokenAfter("c-acme-1", 1);

      worker.deliver(
          captured(acme(), "Maria Lopez"),
          captured(acme(), "Tom Becker"),
          captured(acme(), "Priya Shah"));

      assertThat(numbers("c-acme-1")).containsExactly(1L);
      assertThat(numbers("c-acme-2")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void when_no_link_can_be_reached_then_what_there_was_is_kept_for_them() {
      gateway.broken("c-acme-1", Integer.MAX_VALUE);
      gateway.broken("c-acme-2", Integer.MAX_VALUE);

      assertThat(worker.deliver(captured(acme(), "Maria Lopez"), captured(globex(), "Gus")))
          .isEmpty();

      assertThat(gateway.framesOf("c-globex")).hasSize(1);
      assertThat(rows("select seq from live_frames where organization_id = ?", acme().id().value()))
          .containsExactly(Map.of("seq", 1L));
    }

    @Test
    void when_a_link_is_older_than_the_gateway_allows_then_nothing_is_sent_to_it() {
      sql("update live_connections set expires_at = now() where connection_id = 'c-acme-1'");

      assertThat(worker.deliver(captured(acme(), "Maria Lopez"))).isEmpty();

      assertThat(gateway.framesOf("c-acme-1")).isEmpty();
      assertThat(gateway.framesOf("c-acme-2")).hasSize(1);
    }
  }

  @Test
  void given_no_links_then_the_event_is_kept_for_who_comes_back() {
    assertThat(worker.deliver(captured(acme(), "Maria Lopez"))).isEmpty();

    assertThat(gateway.reached()).isZero();
    assertThat(rows("select seq from live_frames")).hasSize(1);
  }

  /** What a page was told, by the numbers, in the order in which it came. */
  private List<Long> numbers(String connectionId) {
    return gateway.framesOf(connectionId).stream()
        .map(frame -> frame.path("seq").asLong())
        .toList();
  }

  @Test
  void given_many_links_then_all_see_the_lead_and_the_gateway_is_not_flooded() {
    IntStream.range(0, 150).forEach(i -> linked(acme(), "c-" + i));
    gateway.slow(Duration.ofMillis(200));

    assertThat(worker.deliver(captured(acme(), "Maria Lopez"))).isEmpty();

    assertThat(gateway.reached()).isEqualTo(150);
    assertThat(IntStream.range(0, 150).mapToObj(i -> gateway.framesOf("c-" + i)))
        .allSatisfy(frames -> assertThat(frames).hasSize(1));
    assertThat(gateway.mostInFlight()).isBetween(2, 32);
  }
}
