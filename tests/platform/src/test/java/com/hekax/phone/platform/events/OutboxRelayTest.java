package com.hekax.phone.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.platform.AtOnce;
import com.hekax.phone.platform.SampleEvents;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutboxRelayTest extends DatabaseTest {
  private final OutboxRelay relay = platform().outboxRelay();

  @BeforeEach
  void given_an_empty_outbox() {
    sql("truncate outbox");
    before = aws.published().size();
  }

  private int before;

  @Nested
  class Given_events_of_two_organizations_that_wait {
    private List<UUID> waiting;

    @BeforeEach
    void given() {
      waiting = List.of(waits(acme()), waits(globex()), waits(acme()));
    }

    @Test
    void when_the_relay_runs_then_all_are_published_the_oldest_first() {
      assertThat(relay.run()).isEqualTo(3);

      assertThat(published()).isEqualTo(waiting);
      assertThat(stillWaiting()).isZero();
    }

    @Test
    void when_it_runs_again_then_nothing_is_published_twice() {
      relay.run();

      assertThat(relay.run()).isZero();
      assertThat(published()).hasSize(3);
    }

    @Test
    void when_the_bus_refuses_them_then_they_stay_until_it_takes_them() {
      aws.refuseEvents(true);
      try {
        assertThat(relay.run()).isZero();
        assertThat(stillWaiting()).isEqualTo(3);
      } finally {
        aws.refuseEvents(false);
      }

      assertThat(relay.run()).isEqualTo(3);
      assertThat(stillWaiting()).isZero();
    }

    @Test
    void when_another_relay_holds_one_then_it_is_left_to_that_and_not_waited_for()
        throws SQLException {
      try (var other = superuser()) {
        other.setAutoCommit(false);
        try (var lock = other.prepareStatement("select from outbox where id = ? for update")) {
          lock.setObject(1, waiting.getFirst());
          lock.execute();

          assertThat(relay.run()).isEqualTo(2);
        }
        other.rollback();
      }

      assertThat(published()).containsExactly(waiting.get(1), waiting.get(2));
      assertThat(stillWaiting()).isOne();
    }
  }

  @Test
  void when_an_event_was_saved_a_moment_ago_then_it_is_left_to_who_saved_it() {
    insert(acme(), SampleEvents.captured(acme().id(), "Maria"), Instant.now());

    assertThat(relay.run()).isZero();
    assertThat(stillWaiting()).isOne();
  }

  @Test
  void when_four_relays_run_at_once_over_450_events_then_each_is_published_once() {
    var waiting = Stream.generate(() -> waits(acme())).limit(450).toList();

    var counts = AtOnce.times(4, _ -> relay.run());

    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(450);
    assertThat(published()).containsExactlyInAnyOrderElementsOf(waiting);
    assertThat(stillWaiting()).isZero();
  }

  private UUID waits(Organization organization) {
    return insert(
        organization,
        SampleEvents.captured(organization.id(), "Maria"),
        Instant.now().minusSeconds(60));
  }

  private UUID insert(Organization organization, DomainEvent event, Instant occurredAt) {
    sql(
        "insert into outbox values (?, ?, 'hekax.leads', 'LeadCaptured', cast(? as jsonb), 'test',"
            + " cast(? as timestamptz))",
        event.eventId(),
        organization.id().value(),
        "{\"eventId\":\"" + event.eventId() + "\"}",
        occurredAt.toString());
    return event.eventId();
  }

  private List<UUID> published() {
    var all = aws.published("LeadCaptured");
    return all.subList(before, all.size()).stream()
        .map(event -> UUID.fromString(event.path("eventId").asText()))
        .toList();
  }

  private int stillWaiting() {
    return rows("select from outbox where published_at is null").size();
  }
}
