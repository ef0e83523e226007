package com.hekax.phone.platform.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.platform.AtOnce;
import com.hekax.phone.platform.http.PageRequest;
import java.sql.SQLException;
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

class DeliveriesTest extends DatabaseTest {
  private static final String CONSUMER = "webhooks";
  private static final UUID TARGET = UUID.fromString("0193c9e0-8a4b-7cde-9f00-1234567890ab");
  private static final Duration LEASE = Duration.ofMinutes(2);

  private volatile Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private final Deliveries deliveries =
      new Deliveries(platform().database(), platform().systemDatabase(), () -> now);

  @BeforeEach
  void given_none() {
    sql("truncate deliveries cascade");
  }

  private Outgoing outgoing(OrganizationId organization) {
    var event = TimeOrderedUuid.next();
    return new Outgoing(
        TimeOrderedUuid.next(),
        organization,
        CONSUMER,
        TARGET,
        event,
        "LeadCaptured",
        "{\"id\":\"" + event + "\"}",
        0,
        now);
  }

  /** Some that are due, each a second older than the one before it. */
  private List<Outgoing> due(Organization organization, int count) {
    var due = IntStream.range(0, count).mapToObj(_ -> outgoing(organization.id())).toList();
    for (var one : due) {
      deliveries.open(organization.id(), List.of(one));
      now = now.plusSeconds(1);
    }
    now = now.plus(LEASE);
    return due;
  }

  private List<UUID> claim(int perOrganization, int limit) {
    return deliveries.claimDue(CONSUMER, perOrganization, limit).stream()
        .map(Outgoing::id)
        .toList();
  }

  @Nested
  class Given_one_that_was_just_opened {
    private final Outgoing one = outgoing(acme().id());

    @BeforeEach
    void given() {
      assertThat(deliveries.open(acme().id(), List.of(one))).containsExactly(one);
    }

    @Test
    void when_others_look_for_work_then_it_is_claimed_by_who_opened_it() {
      assertThat(claim(10, 10)).isEmpty();
    }

    @Test
    void when_who_opened_it_dies_then_it_is_due_after_the_lease_and_whole() {
      now = now.plus(LEASE);

      assertThat(deliveries.claimDue(CONSUMER, 10, 10))
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("event")
          .containsExactly(one);
    }

    @Test
    void when_the_event_comes_again_for_the_target_then_it_is_left_out() {
      var again =
          new Outgoing(
              TimeOrderedUuid.next(),
              acme().id(),
              CONSUMER,
              TARGET,
              one.eventId(),
              "LeadCaptured",
              "{}",
              0,
              now);
      var other = outgoing(acme().id());

      assertThat(deliveries.open(acme().id(), List.of(again, other))).containsExactly(other);
    }

    @Test
    void when_it_arrives_then_it_is_never_due_again() {
      deliveries.delivered(one, 204);
      now = now.plus(Duration.ofDays(1));

      assertThat(claim(10, 10)).isEmpty();
      assertThat(rows("select status, attempts, last_status, last_error from deliveries"))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("status", "DELIVERED")
                      .containsEntry("attempts", 1)
                      .containsEntry("last_status", 204)
                      .containsEntry("last_error", null));
    }

    @Test
    void when_the_other_side_says_later_then_it_is_due_then_and_not_before() {
      deliveries.retry(one, Duration.ofMinutes(10), Optional.of(503), "answered 503");

      now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
      assertThat(claim(10, 10)).isEmpty();
      now = now.plusMillis(1);
      assertThat(deliveries.claimDue(CONSUMER, 10, 10))
          .singleElement()
          .extracting(Outgoing::attempts)
          .isEqualTo(1);
    }

    @Test
    void when_it_is_given_up_then_it_is_never_due_again_and_says_why() {
      deliveries.failed(one, Optional.empty(), "nobody answers");
      now = now.plus(Duration.ofDays(1));

      assertThat(claim(10, 10)).isEmpty();
      assertThat(rows("select status, last_error from deliveries"))
          .containsExactly(Map.of("status", "FAILED", "last_error", "nobody answers"));
    }

    @Test
    void when_it_has_arrived_then_a_late_word_of_somebody_slow_changes_nothing() {
      deliveries.delivered(one, 200);

      deliveries.failed(one, Optional.of(500), "too late");
      deliveries.retry(one, Duration.ZERO, Optional.of(500), "too late");

      assertThat(rows("select status, error from delivery_attempts")).hasSize(1);

      assertThat(rows("select status from deliveries"))
          .containsExactly(Map.of("status", "DELIVERED"));
    }

    @Test
    void when_it_arrives_at_the_third_attempt_then_the_log_tells_all_three() {
      deliveries.retry(one, Duration.ZERO, Optional.of(503), "Answered 503.");
      deliveries.retry(one, Duration.ZERO, Optional.empty(), "Timed out.");
      deliveries.delivered(one, 200);

      var story =
          deliveries
              .page(acme().id(), CONSUMER, TARGET, new PageRequest(10, Optional.empty()))
              .items();

      assertThat(story).hasSize(1);
      assertThat(story.getFirst().attempts())
          .extracting(DeliveryAttempt::status, DeliveryAttempt::error)
          .containsExactly(
              tuple(Optional.of(503), Optional.of("Answered 503.")),
              tuple(Optional.empty(), Optional.of("Timed out.")),
              tuple(Optional.of(200), Optional.empty()));
    }

    @Test
    void when_another_organization_settles_it_then_nothing_changes() {
      var disguised =
          new Outgoing(
              one.id(),
              globex().id(),
              CONSUMER,
              TARGET,
              one.eventId(),
              one.eventType(),
              one.event(),
              0,
              now);

      deliveries.delivered(disguised, 200);

      assertThat(rows("select status from deliveries"))
          .containsExactly(Map.of("status", "WAITING"));
    }
  }

  @Nested
  class Given_many_that_are_due {

    @Test
    void when_they_are_claimed_then_the_oldest_come_and_are_not_claimed_twice_within_the_lease() {
      var due = ids(due(acme(), 5));

      assertThat(claim(3, 10)).containsExactlyInAnyOrderElementsOf(due.subList(0, 3));
      assertThat(claim(3, 10)).containsExactlyInAnyOrderElementsOf(due.subList(3, 5));
      assertThat(claim(3, 10)).isEmpty();
      now = now.plus(LEASE);
      assertThat(claim(10, 10)).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    void when_one_organization_has_more_than_its_share_then_another_still_gets_its_own() {
      due(acme(), 5);
      var atGlobex = ids(due(globex(), 1));

      var claimed = deliveries.claimDue(CONSUMER, 2, 10);

      assertThat(claimed.stream().filter(one -> one.organizationId().equals(acme().id())))
          .hasSize(2);
      assertThat(ids(claimed)).containsAll(atGlobex);
    }

    @Test
    void when_one_organization_has_a_long_backlog_then_it_does_not_hide_another() {
      due(acme(), 300);
      var atGlobex = ids(due(globex(), 1));

      assertThat(claim(5, 10)).hasSize(6).containsAll(atGlobex);
    }

    @Test
    void when_there_are_more_than_asked_for_then_no_more_than_that_come() {
      due(acme(), 5);

      assertThat(claim(10, 2)).hasSize(2);
    }

    @Test
    void when_another_kind_of_target_looks_for_work_then_it_finds_none() {
      due(acme(), 2);

      assertThat(deliveries.claimDue("slack", 10, 10)).isEmpty();
    }

    @Test
    void when_somebody_holds_one_then_it_is_passed_over_and_not_waited_for() throws SQLException {
      var due = ids(due(acme(), 3));
      try (var other = superuser()) {
        other.setAutoCommit(false);
        try (var lock = other.prepareStatement("select from deliveries where id = ? for update")) {
          lock.setObject(1, due.getFirst());
          lock.execute();

          assertThat(claim(10, 10)).containsExactlyInAnyOrderElementsOf(due.subList(1, 3));
        }
        other.rollback();
      }
    }

    @Test
    void when_eight_claim_at_once_then_no_two_get_the_same() {
      due(acme(), 60);
      due(globex(), 60);

      var claimed = AtOnce.times(8, _ -> claim(10, 20)).stream().flatMap(List::stream).toList();

      assertThat(claimed).isNotEmpty().doesNotHaveDuplicates();
    }

    private List<UUID> ids(List<Outgoing> some) {
      return some.stream().map(Outgoing::id).toList();
    }
  }
}
