package com.hekax.phone.operations.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.events.EventBus;
import com.hekax.phone.platform.events.OutboxRelay;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayOutboxJobTest extends DatabaseTest {
  private final TestFunction<RelayOutboxJob> job = function(RelayOutboxJob::new);

  @BeforeEach
  void given_an_empty_outbox() {
    aws.refuseEvents(false);
    sql("truncate outbox");
  }

  @Test
  void events_of_all_organizations_that_wait_are_published_once() {
    insert(acme(), "OfAcme", "1 minute");
    insert(globex(), "OfGlobex", "1 minute");
    int before = aws.published().size();

    job.run();
    job.run();

    assertThat(aws.published().subList(before, aws.published().size()))
        .extracting(entry -> entry.path("DetailType").asText())
        .containsExactly("OfAcme", "OfGlobex");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void an_event_that_its_own_request_is_publishing_is_left_alone() {
    insert(acme(), "Fresh", "1 second");

    job.run();

    assertThat(aws.published("Fresh")).isEmpty();
    assertThat(waiting()).containsExactly("Fresh");
  }

  @Test
  void while_the_bus_refuses_events_wait_and_afterwards_they_are_published() {
    insert(acme(), "Refused", "1 minute");
    aws.refuseEvents(true);
    job.run();
    assertThat(waiting()).containsExactly("Refused");

    aws.refuseEvents(false);
    job.run();

    assertThat(waiting()).isEmpty();
  }

  @Test
  void an_event_that_the_bus_never_takes_does_not_stop_those_behind_it() {
    insert(acme(), "TooLarge", "1 minute");
    for (int i = 0; i < 250; i++) {
      insert(acme(), "Behind", "1 minute");
    }
    var bus = new EventBus(() -> new PickyBus("TooLarge"), "hekax");
    var relay = new OutboxRelay(platform().systemDatabase(), bus, platform().clock());

    assertThat(relay.run()).isEqualTo(250);
    assertThat(waiting()).containsExactly("TooLarge");
  }

  @Test
  void two_relays_at_once_publish_no_event_twice() throws Exception {
    for (int i = 0; i < 300; i++) {
      insert(acme(), "Contended", "1 minute");
    }
    var other = function(RelayOutboxJob::new);
    Callable<Boolean> first = () -> runAndAnswer(job);
    Callable<Boolean> second = () -> runAndAnswer(other);
    try (var relays = Executors.newFixedThreadPool(2)) {
      for (var relay : relays.invokeAll(List.of(first, second))) {
        assertThat(relay.get()).isTrue();
      }
    }
    job.run();

    assertThat(aws.published("Contended")).hasSize(300);
    assertThat(waiting()).isEmpty();
  }

  private static boolean runAndAnswer(TestFunction<RelayOutboxJob> relay) {
    relay.run();
    return true;
  }

  private void insert(Organization organization, String type, String age) {
    sql(
        """
        insert into outbox (id, organization_id, source, type, detail, correlation_id, occurred_at)
        values (?, ?, 'hekax.test', ?, '{}', 'test', now() - ?::interval)
        """,
        TimeOrderedUuid.next(),
        organization.id().value(),
        type,
        age);
  }

  private List<Object> waiting() {
    return rows("select type from outbox where published_at is null order by id").stream()
        .map(row -> row.getOrDefault("type", ""))
        .toList();
  }
}
