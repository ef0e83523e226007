package com.hekax.phone.live.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.live.LiveTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
                assertThat(frame.path("type").asText()).isEqualTo("lead.captured");
                assertThat(frame.path("at").asText()).isEqualTo("2026-11-22T12:00:00Z");
                assertThat(frame.path("data").path("id").asText())
                    .isEqualTo(event.lead().id().toString());
                assertThat(frame.path("data").path("name").asText()).isEqualTo("Maria Lopez");
                assertThat(frame.path("data").path("assignedTo").isNull()).isTrue();
                assertThat(LeadSchema.faultsIn(frame.path("data"))).isEmpty();
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
                assertThat(LeadSchema.faultsIn(frame.path("data"))).isEmpty();
              });
      assertThat(gateway.reached()).isEqualTo(1);
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
    void when_no_link_can_be_reached_then_the_event_alone_is_shown_again() {
      gateway.broken("c-acme-1", Integer.MAX_VALUE);
      gateway.broken("c-acme-2", Integer.MAX_VALUE);
      var lost = captured(acme(), "Maria Lopez");

      assertThat(worker.deliver(lost, captured(globex(), "Gus"))).containsExactly(0);
      gateway.broken("c-acme-1", 0);
      gateway.broken("c-acme-2", 0);
      assertThat(worker.deliver(lost)).isEmpty();

      assertThat(gateway.framesOf("c-acme-1")).hasSize(1);
      assertThat(gateway.framesOf("c-acme-2")).hasSize(1);
      assertThat(gateway.framesOf("c-globex")).hasSize(1);
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
  void given_no_links_then_the_event_is_done_with() {
    assertThat(worker.deliver(captured(acme(), "Maria Lopez"))).isEmpty();

    assertThat(gateway.reached()).isZero();
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
