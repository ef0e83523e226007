package com.hekax.phone.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.platform.LoggedLines;
import com.hekax.phone.platform.SampleEvents;
import com.hekax.phone.platform.aws.AwsClients;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.LogContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutboxTest extends DatabaseTest {
  private final Outbox outbox = platform().outbox();

  @BeforeEach
  void given_an_empty_outbox() {
    sql("truncate outbox");
  }

  @Nested
  class Given_an_event_in_a_transaction {
    private final LeadCaptured event = SampleEvents.captured(acme().id(), "Maria");

    @Test
    void when_it_is_committed_then_the_event_is_on_the_bus_once() {
      announce(outbox, event);

      assertThat(published(event.eventId())).hasSize(1);
      assertThat(waiting()).isEmpty();
      assertThat(rows("select from outbox where published_at is not null")).hasSize(1);
    }

    @Test
    void when_it_is_committed_then_the_envelope_says_who_speaks_of_what_and_since_when() {
      LogContext.of("platform", "Test", "request-1")
          .correlatedBy("call-7")
          .run(() -> announce(outbox, event));

      var entry = published(event.eventId()).getFirst();
      assertThat(entry.path("EventBusName").asText()).isEqualTo("hekax");
      assertThat(entry.path("Source").asText()).isEqualTo("hekax.platform");
      assertThat(entry.path("DetailType").asText()).isEqualTo("LeadCaptured");
      assertThat(entry.path("Time").asLong()).isEqualTo(event.occurredAt().getEpochSecond());
      var detail = Json.tree(entry.path("Detail").asText());
      assertThat(detail.path("correlationId").asText()).isEqualTo("call-7");
      assertThat(Json.read(detail.path("event").toString(), LeadCaptured.class)).isEqualTo(event);
    }

    @Test
    void when_it_is_not_yet_committed_then_nothing_is_announced() {
      platform()
          .database()
          .useTransaction(
              acme().id(),
              tx -> {
                outbox.add(tx, event);
                assertThat(published(event.eventId())).isEmpty();
              });

      assertThat(published(event.eventId())).hasSize(1);
    }

    @Test
    void when_it_is_rolled_back_then_nothing_is_announced_and_nothing_waits() {
      assertThatThrownBy(
              () ->
                  platform()
                      .database()
                      .useTransaction(
                          acme().id(),
                          tx -> {
                            outbox.add(tx, event);
                            throw new IllegalStateException("no");
                          }))
          .hasMessage("no");

      assertThat(published(event.eventId())).isEmpty();
      assertThat(rows("select from outbox")).isEmpty();
    }

    @Test
    void when_it_is_of_another_organization_than_the_transaction_then_it_is_refused() {
      assertThatThrownBy(
              () ->
                  platform().database().useTransaction(globex().id(), tx -> outbox.add(tx, event)))
          .hasStackTraceContaining("violates row-level security policy");
    }
  }

  @Nested
  class Given_a_bus_that_does_not_take_it {
    private final LeadCaptured event = SampleEvents.captured(acme().id(), "Maria");

    @Test
    void when_it_refuses_the_entry_then_the_work_is_saved_and_the_relay_publishes_later() {
      aws.refuseEvents(true);
      try {
        announce(outbox, event);
        assertThat(waiting()).containsExactly(event.eventId());
      } finally {
        aws.refuseEvents(false);
      }

      assertThat(platform().outboxRelay().run()).isOne();

      assertThat(published(event.eventId())).hasSize(1);
      assertThat(waiting()).isEmpty();
    }

    @Test
    void when_it_cannot_be_reached_then_the_work_is_saved_and_the_relay_publishes_later() {
      var unreachable =
          new Outbox(platform().database(), deadBus(), "platform", platform().clock());
      try (var log = new LoggedLines()) {
        announce(unreachable, event);
        assertThat(log.of("ERROR")).hasSize(1);
      }
      assertThat(waiting()).containsExactly(event.eventId());

      assertThat(platform().outboxRelay().run()).isOne();

      assertThat(published(event.eventId())).hasSize(1);
    }
  }

  private void announce(Outbox by, LeadCaptured event) {
    platform().database().useTransaction(acme().id(), tx -> by.add(tx, event));
  }

  private List<JsonNode> published(UUID eventId) {
    return aws.published().stream()
        .filter(entry -> entry.path("Detail").asText().contains(eventId.toString()))
        .toList();
  }

  private List<Object> waiting() {
    return rows("select id from outbox where published_at is null").stream()
        .map(row -> row.get("id"))
        .toList();
  }

  /** A bus at an address where nobody listens. */
  private static EventBus deadBus() {
    try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var env =
          com.hekax.phone.platform.Env.of(
              Map.of(
                  "AWS_REGION", "us-east-1",
                  "AWS_ENDPOINT_URL", "http://127.0.0.1:" + port.getLocalPort(),
                  "AWS_ACCESS_KEY_ID", "test",
                  "AWS_SECRET_ACCESS_KEY", "test"));
      return new EventBus(new AwsClients(env)::events, "hekax");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
