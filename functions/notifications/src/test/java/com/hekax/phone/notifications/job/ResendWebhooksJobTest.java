package com.hekax.phone.notifications.job;

import static com.hekax.phone.notifications.webhooks.TestReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.notifications.webhooks.WebhookTest;
import com.hekax.phone.platform.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResendWebhooksJobTest extends WebhookTest {

  /** Deliveries that are due, as if each had been tried so often. */
  private void due(Organization organization, Hook hook, int count, int attempts, String ago) {
    var event = Json.write(leadCaptured(organization));
    sql(
        """
        insert into deliveries
          (id, organization_id, consumer, target, event_id, event_type, event, status, attempts,
           next_attempt_at, created_at)
        select gen_random_uuid(), ?, 'webhooks', ?, gen_random_uuid(), 'LEAD_CAPTURED',
               cast(? as jsonb), 'WAITING', ?, now() - cast(? as interval), now()
          from generate_series(1, ?)
        """,
        organization.id().value(),
        hook.id(),
        event,
        attempts,
        ago,
        count);
  }

  @Nested
  class Given_a_receiver_that_failed_once {
    private Hook hook = new Hook(new UUID(0, 0), "");

    @BeforeEach
    void given() {
      hook = webhook(acme(), "/hook", "lead.captured");
      receiver.on("/hook", status(500));
      worker.deliver(leadCaptured(acme()));
    }

    @Test
    void when_the_time_has_not_come_then_nothing_is_sent() {
      sql("update webhooks set paused_until = null");
      sql("update deliveries set next_attempt_at = now() + interval '3 seconds'");

      job.run();

      assertThat(receiver.received("/hook")).hasSize(1);
    }

    @Test
    void when_it_works_again_then_it_gets_the_same_message_under_the_same_id() {
      receiver.on("/hook", status(204));
      afterAWhile();

      job.run();

      assertThat(receiver.received("/hook")).hasSize(2);
      var first = receiver.received("/hook").getFirst();
      var second = receiver.received("/hook").getLast();
      assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(delivery(hook))
          .containsEntry("status", "DELIVERED")
          .containsEntry("attempts", 2)
          .containsEntry("last_status", 204)
          .containsEntry("last_error", null);
      assertThat(row(hook).get("failing_since")).isNull();
    }

    @Test
    void when_it_fails_nine_more_times_then_it_is_given_up() {
      for (int attempt = 2; attempt <= 10; attempt++) {
        assertThat(delivery(hook)).containsEntry("status", "WAITING");
        afterAWhile();
        job.run();
      }

      assertThat(receiver.received("/hook")).hasSize(10);
      assertThat(delivery(hook)).containsEntry("status", "FAILED").containsEntry("attempts", 10);
      assertThat(row(hook)).containsEntry("status", "ACTIVE");
    }

    @Test
    void when_it_has_only_failed_for_five_days_then_it_is_disabled() {
      sql("update webhooks set failing_since = now() - interval '5 days'");
      afterAWhile();

      job.run();

      assertThat(row(hook)).containsEntry("status", "DISABLED");
      assertThat(delivery(hook)).containsEntry("status", "FAILED");
    }

    @Test
    void when_it_is_removed_then_nothing_is_sent() {
      sql("delete from webhooks");
      afterAWhile();

      job.run();

      assertThat(receiver.received("/hook")).hasSize(1);
      assertThat(delivery(hook)).containsEntry("status", "FAILED");
    }

    @Test
    void when_two_jobs_run_at_once_then_one_sends() throws InterruptedException {
      receiver.on("/hook", status(200));
      afterAWhile();

      var other = Thread.ofVirtual().start(() -> function(ResendWebhooksJob::new).run());
      job.run();
      other.join();

      assertThat(receiver.received("/hook")).hasSize(2);
    }
  }

  @Nested
  class Given_an_organization_with_much_to_send_to_a_silent_receiver {

    @Test
    void when_another_has_one_message_then_it_is_sent_in_the_first_round() {
      var silent = webhook(acme(), "/silent", "lead.captured");
      var quick = webhook(globex(), "/quick", "lead.captured");
      receiver.on("/silent", receiver.silence());
      due(acme(), silent, 2_500, 0, "1 hour");
      due(globex(), quick, 1, 0, "1 minute");
      var start = Instant.now();

      job.run();

      assertThat(instant(delivery(quick), "delivered_at")).isBefore(start.plusSeconds(5));
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(25));
      assertThat(receiver.received("/silent")).as("so many, then it is left alone").hasSize(10);
      assertThat(
              rows(
                  "select from deliveries where target = ? and status = 'WAITING'"
                      + " and next_attempt_at > now()",
                  silent.id()))
          .hasSize(2_500);
    }
  }

  @Nested
  class Given_much_to_send_to_quick_receivers {

    @Test
    void when_the_job_runs_then_all_of_it_is_sent_once() {
      var atAcme = webhook(acme(), "/acme", "lead.captured");
      var atGlobex = webhook(globex(), "/globex", "lead.captured");
      due(acme(), atAcme, 35, 1, "1 minute");
      due(globex(), atGlobex, 5, 1, "1 second");

      job.run();

      assertThat(receiver.received("/acme")).hasSize(35);
      assertThat(receiver.received("/globex")).hasSize(5);
      assertThat(rows("select distinct status, attempts from deliveries"))
          .containsExactly(Map.of("status", "DELIVERED", "attempts", 2));
    }
  }
}
