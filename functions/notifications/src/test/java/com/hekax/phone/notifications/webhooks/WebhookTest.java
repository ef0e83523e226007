package com.hekax.phone.notifications.webhooks;

import static com.hekax.phone.fixtures.TestRequest.request;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.notifications.api.CreateWebhookHandler;
import com.hekax.phone.notifications.job.ResendWebhooksJob;
import com.hekax.phone.notifications.worker.DeliverWebhooksWorker;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/** The base of tests in which something is sent: a receiver, and the functions that send to it. */
@SuppressWarnings("this-escape") // No subclass has settings of its own.
public abstract class WebhookTest extends DatabaseTest {
  protected final TestReceiver receiver = new TestReceiver();
  protected final TestFunction<CreateWebhookHandler> create = function(CreateWebhookHandler::new);
  protected final TestFunction<DeliverWebhooksWorker> worker = function(DeliverWebhooksWorker::new);
  protected final TestFunction<ResendWebhooksJob> job = function(ResendWebhooksJob::new);

  /** A webhook as its organization knows it. */
  public record Hook(UUID id, String secret) {}

  @Override
  protected Map<String, String> moreSettings() {
    return Map.of("WEBHOOK_PRIVATE_HOSTS", "localhost:" + receiver.port());
  }

  @BeforeEach
  void given_no_webhooks() {
    sql("delete from deliveries");
    sql("delete from webhooks");
    sql("delete from handled_events");
    sql("delete from idempotency_keys");
    receiver.reset();
  }

  @AfterAll
  void closeReceiver() {
    receiver.close();
  }

  /** A webhook to a path of the receiver. */
  protected Hook webhook(Organization organization, String path, String... eventTypes) {
    var response =
        create.call(
            request()
                .as(organization.owner())
                .json(Map.of("url", receiver.url(path), "eventTypes", List.of(eventTypes))));
    var body = response.json();
    return new Hook(UUID.fromString(body.path("id").asText()), body.path("secret").asText());
  }

  protected static LeadCaptured leadCaptured(Organization organization) {
    var now = Instant.parse("2026-11-20T10:00:00.125Z");
    return new LeadCaptured(UUID.randomUUID(), organization.id(), now, lead(organization, now));
  }

  protected static LeadUpdated leadUpdated(Organization organization) {
    var now = Instant.parse("2026-11-20T10:00:00.125Z");
    return new LeadUpdated(UUID.randomUUID(), organization.id(), now, lead(organization, now));
  }

  protected static CallEnded callEnded(Organization organization) {
    return new CallEnded(
        UUID.randomUUID(),
        organization.id(),
        Instant.parse("2026-11-20T10:03:00Z"),
        CallId.create(),
        "INBOUND",
        Optional.empty(),
        Optional.of("+14155550100"),
        "COMPLETED",
        Instant.parse("2026-11-20T10:00:00Z"),
        170);
  }

  private static LeadDetails lead(Organization organization, Instant now) {
    return new LeadDetails(
        LeadId.create(),
        "Maria Lopez",
        Optional.of("+14155550132"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("Chipped tooth"),
        "NEW",
        "MANUAL",
        Optional.empty(),
        Optional.of(organization.agent().user()),
        now,
        now,
        1);
  }

  /** The one delivery to a webhook. */
  protected Map<String, Object> delivery(Hook hook) {
    var rows = rows("select * from deliveries where target = ?", hook.id());
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " deliveries");
    }
    return rows.getFirst();
  }

  /** The row of a webhook. */
  protected Map<String, Object> row(Hook hook) {
    return rows("select * from webhooks where id = ?", hook.id()).getFirst();
  }

  /** A time in a row that has one. */
  protected static Instant instant(Map<String, Object> row, String column) {
    return ((Timestamp) Objects.requireNonNull(row.get(column))).toInstant();
  }

  /** Lets the time of all pauses and waits come. */
  protected void afterAWhile() {
    sql(
        "update webhooks set paused_until = now() - interval '1 second' where paused_until > now()");
    sql(
        "update deliveries set next_attempt_at = now() - interval '1 second' where status = 'WAITING'");
  }
}
