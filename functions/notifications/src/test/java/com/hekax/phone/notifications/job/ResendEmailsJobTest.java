package com.hekax.phone.notifications.job;

import static com.hekax.phone.notifications.email.EmailEventType.LEAD_CAPTURED;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.notifications.email.EmailTest;
import com.hekax.phone.sandbox.console.Faults.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResendEmailsJobTest extends EmailTest {

  @Nested
  class Given_an_e_mail_that_could_not_be_sent {

    @BeforeEach
    void given() {
      only(acme().owner(), LEAD_CAPTURED);
      fault("resend", 503);
      worker.deliver(leadCaptured(acme()));
    }

    private void mended() {
      sandbox.faults().clear("resend");
    }

    @Test
    void when_the_time_has_not_come_then_nothing_is_sent() {
      mended();

      job.run();

      assertThat(mail()).isEmpty();
    }

    @Test
    void when_Resend_works_again_then_it_is_sent_once() {
      mended();
      afterAWhile();

      job.run();
      job.run();

      assertThat(mail()).hasSize(1);
      assertThat(delivery()).containsEntry("status", "DELIVERED").containsEntry("attempts", 2);
    }

    @Test
    void when_it_fails_ten_more_times_then_it_is_given_up() {
      for (int attempt = 2; attempt <= 11; attempt++) {
        assertThat(delivery()).containsEntry("status", "WAITING");
        afterAWhile();
        job.run();
      }

      assertThat(delivery()).containsEntry("status", "FAILED").containsEntry("attempts", 11);
    }

    @Test
    void when_the_member_has_left_then_nothing_is_sent() {
      mended();
      sql("delete from email_preferences");
      sql("delete from sessions where user_id = ?", acme().owner().user().value());
      sql("delete from memberships where user_id = ?", acme().owner().user().value());
      afterAWhile();

      job.run();

      assertThat(mail()).isEmpty();
      assertThat(delivery())
          .containsEntry("status", "FAILED")
          .containsEntry("last_error", "The member left the organization before this was sent.");
      sql(
          "insert into memberships values (?, ?, 'OWNER', now())",
          acme().id().value(),
          acme().owner().user().value());
    }

    @Test
    void when_the_member_has_another_address_then_it_goes_there() {
      mended();
      sql("update users set email = 'new@acme.example' where email = ?", OWNER);
      afterAWhile();

      job.run();

      onlyMailTo("new@acme.example");
      sql("update users set email = ? where email = 'new@acme.example'", OWNER);
    }

    @Test
    void when_Resend_has_all_but_forgotten_its_key_then_it_is_given_up() {
      mended();
      sql("update deliveries set created_at = now() - interval '23 hours'");
      afterAWhile();

      job.run();

      assertThat(mail()).isEmpty();
      assertThat(delivery())
          .containsEntry("status", "FAILED")
          .containsEntry("last_error", "It could not be sent within a day.");
    }

    @Test
    void when_the_next_wait_would_end_too_late_then_it_is_given_up_at_once() {
      fault("resend", new Fault(503, Duration.ZERO, Optional.of(7200)));
      sql("update deliveries set created_at = now() - interval '22 hours'");
      afterAWhile();

      job.run();

      assertThat(delivery())
          .containsEntry("status", "FAILED")
          .containsEntry("last_error", "The e-mail service answered 503.");
    }

    @Test
    void when_two_jobs_run_at_once_then_one_sends() throws InterruptedException {
      mended();
      afterAWhile();

      var other = Thread.ofVirtual().start(() -> function(ResendEmailsJob::new).run());
      job.run();
      other.join();

      assertThat(mail()).hasSize(1);
    }
  }

  @Nested
  class Given_a_key_that_was_revoked {

    @Test
    void when_it_stays_so_for_hours_then_the_e_mail_waits_and_is_sent_when_we_have_another() {
      only(acme().owner(), LEAD_CAPTURED);
      fault("resend", 403);
      worker.deliver(leadCaptured(acme()));
      for (int attempt = 2; attempt <= 15; attempt++) {
        afterAWhile();
        job.run();
      }
      assertThat(delivery()).containsEntry("status", "WAITING").containsEntry("attempts", 15);
      assertThat(instant(delivery(), "next_attempt_at"))
          .isBefore(Instant.now().plus(Duration.ofMinutes(61)));
      sandbox.faults().clear("resend");
      afterAWhile();

      job.run();

      assertThat(mail()).hasSize(1);
      assertThat(delivery()).containsEntry("status", "DELIVERED");
    }
  }

  @Nested
  class Given_much_that_waited_out_an_outage {

    @Test
    void when_Resend_takes_five_a_second_again_then_all_of_it_is_sent_and_nothing_is_refused() {
      only(acme().owner(), LEAD_CAPTURED);
      fault("resend", 503);
      for (int i = 0; i < 5; i++) {
        worker.deliver(
            leadCaptured(acme()),
            leadCaptured(acme()),
            leadCaptured(acme()),
            leadCaptured(acme()),
            leadCaptured(acme()));
      }
      sandbox.faults().clear("resend");
      sandbox.resend().requestsPerSecond(5);
      afterAWhile();

      job.run();

      assertThat(mail()).hasSize(25);
      assertThat(rows("select from deliveries where status = 'DELIVERED' and attempts = 2"))
          .hasSize(25);
    }
  }
}
