package com.hekax.phone.notifications.worker;

import static com.hekax.phone.notifications.email.EmailEventType.LEAD_CAPTURED;
import static com.hekax.phone.notifications.email.EmailEventType.MESSAGE_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.notifications.email.EmailTest;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.sandbox.mail.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverEmailsWorkerTest extends EmailTest {

  @Nested
  class Given_members_who_never_chose {

    @Test
    void when_a_lead_is_captured_then_the_owner_and_the_admin_are_told_each_for_himself() {
      acme();
      globex();

      assertThat(worker.deliver(leadCaptured(acme()))).isEmpty();

      assertThat(mail())
          .extracting(Message::to)
          .containsExactlyInAnyOrder(List.of(OWNER), List.of(ADMIN));
      var message = onlyMailTo(OWNER);
      assertThat(message.from()).isEqualTo("HEKAX Phone <phone@hekax.example>");
      assertThat(message.subject()).isEqualTo("New lead: Maria Lopez");
      assertThat(message.text()).contains("Friday, November 20, 2026, 12:00 PM CST");
      assertThat(message.html()).contains("Maria Lopez is a new lead");
      assertThat(message.replyTo()).isEmpty();
      assertThat(message.headers())
          .containsEntry("List-Unsubscribe", "<https://phone.example.com/settings/notifications>");
      assertThat(message.tags()).containsEntry("organization", acme().id().toString());
      assertThat(deliveries())
          .hasSize(2)
          .allSatisfy(
              row ->
                  assertThat(row).containsEntry("status", "DELIVERED").containsEntry("attempts", 1))
          .anySatisfy(
              row -> assertThat(message.idempotencyKey()).contains(String.valueOf(row.get("id"))));
    }

    @Test
    void when_five_things_happen_then_there_is_an_e_mail_for_each() {
      worker.deliver(
          leadCaptured(acme()),
          messageTaken(acme()),
          voicemailLeft(acme()),
          connectionLost(acme()),
          crmSyncFailed(acme()));

      assertThat(mailTo(OWNER))
          .extracting(Message::subject)
          .containsExactlyInAnyOrder(
              "New lead: Maria Lopez",
              "Message from Maria Lopez",
              "Voicemail from (415) 555-0132 (1:05)",
              "HubSpot is no longer connected",
              "A lead did not reach HubSpot");
    }

    @Test
    void when_it_happens_at_Globex_then_nobody_at_Acme_is_told() {
      acme();

      worker.deliver(leadCaptured(globex()));

      assertThat(mail())
          .extracting(Message::to)
          .containsExactlyInAnyOrder(
              List.of("owner@globex.example"), List.of("admin@globex.example"));
    }

    @Test
    void when_the_event_comes_three_times_then_they_are_told_once() {
      var event = leadCaptured(acme());

      worker.deliver(event, event);
      worker.deliver(event);

      onlyMailTo(OWNER);
      onlyMailTo(ADMIN);
    }

    @Test
    void when_a_message_on_the_queue_is_broken_then_its_neighbours_are_delivered() {
      var again =
          worker.deliverBodies("{\"detail-type\":", TestFunction.envelope(leadCaptured(acme())));

      assertThat(again).containsExactly(0);
      onlyMailTo(OWNER);
    }

    @Test
    void when_a_name_has_a_line_end_then_the_subject_has_none() {
      worker.deliver(leadCaptured(acme(), "Maria\r\nBcc: eve@evil.example"));

      assertThat(onlyMailTo(OWNER).subject()).isEqualTo("New lead: Maria Bcc: eve@evil.example");
    }
  }

  @Nested
  class Given_members_who_chose {

    @Test
    void when_something_happens_then_those_who_want_to_know_of_it_are_told() {
      only(acme().agent(), MESSAGE_TAKEN);

      worker.deliver(leadCaptured(acme()), messageTaken(acme()));

      assertThat(mail()).hasSize(1);
      assertThat(onlyMailTo(AGENT).subject()).isEqualTo("Message from Maria Lopez");
    }
  }

  @Nested
  class Given_Resend_in_trouble {
    private final List<String> log = new CopyOnWriteArrayList<>();

    @BeforeEach
    void given() {
      only(acme().owner(), LEAD_CAPTURED);
      Log.to(log::add);
    }

    @AfterEach
    void endLog() {
      Log.toConsole();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void when_it_fails_then_it_is_tried_again_in_seconds(int status) {
      fault("resend", status);

      worker.deliver(leadCaptured(acme()));

      assertThat(mail()).isEmpty();
      assertThat(delivery())
          .containsEntry("status", "WAITING")
          .containsEntry("last_status", status)
          .containsEntry("last_error", "The e-mail service answered " + status + ".");
      assertThat(instant(delivery(), "next_attempt_at"))
          .isBetween(Instant.now().plusSeconds(10), Instant.now().plusSeconds(17));
    }

    @Test
    void when_it_asks_for_an_hour_then_that_e_mail_waits_for_an_hour() {
      fault("resend", new Fault(503, Duration.ZERO, Optional.of(3600)));

      worker.deliver(leadCaptured(acme()));

      assertThat(instant(delivery(), "next_attempt_at")).isAfter(Instant.now().plusSeconds(3590));
    }

    @Test
    void when_it_is_busy_then_the_e_mail_waits_and_nobody_is_called() {
      fault("resend", new Fault(429, Duration.ZERO, Optional.of(1)));

      worker.deliver(leadCaptured(acme()));

      assertThat(delivery()).containsEntry("status", "WAITING").containsEntry("last_status", 429);
      assertThat(log).noneMatch(line -> line.contains("EmailsHeldBack"));
    }

    @ParameterizedTest
    @CsvSource({
      "resend, 401",
      "resend, 403",
      "resend-domain, 403",
      "resend-quota, 429",
    })
    void when_it_does_not_accept_us_then_the_e_mail_waits_and_an_operator_is_told(
        String target, int status) {
      fault(target, status);

      worker.deliver(leadCaptured(acme()));

      assertThat(delivery())
          .containsEntry("status", "WAITING")
          .containsEntry("last_status", status);
      assertThat(log)
          .anyMatch(line -> line.contains("\"level\":\"ERROR\"") && line.contains("our account"))
          .anyMatch(line -> line.contains("\"EmailsHeldBack\":1"));
    }

    @Test
    void when_it_refuses_the_e_mail_then_that_is_given_up_with_its_reason() {
      fault("resend", 422);

      worker.deliver(leadCaptured(acme()));
      afterAWhile();
      job.run();

      assertThat(delivery())
          .containsEntry("status", "FAILED")
          .containsEntry("attempts", 1)
          .containsEntry("last_status", 422)
          .containsEntry("last_error", "The e-mail service refuses it: Invalid `to` field.");
    }

    @Test
    void when_it_does_not_answer_in_time_then_it_is_tried_again_and_arrives_once() {
      fault("resend-late", new Fault(0, Duration.ofSeconds(7), Optional.empty()));
      worker.deliver(leadCaptured(acme()));
      assertThat(mail()).as("it arrived, and only we do not know").hasSize(1);
      assertThat(delivery()).containsEntry("status", "WAITING").containsEntry("last_status", null);
      sandbox.faults().clear("resend-late");
      afterAWhile();

      job.run();

      assertThat(mail()).hasSize(1);
      assertThat(delivery()).containsEntry("status", "DELIVERED").containsEntry("attempts", 2);
    }

    @Test
    void when_its_answer_is_lost_and_the_business_is_renamed_then_the_e_mail_arrives_once() {
      fault("resend-late", 502);
      worker.deliver(leadCaptured(acme()));
      sandbox.faults().clear("resend-late");
      sql(
          "update organizations set name = 'Acme Two' where organization_id = ?",
          acme().id().value());
      afterAWhile();

      job.run();

      assertThat(mail()).hasSize(1);
      assertThat(delivery()).containsEntry("status", "DELIVERED").containsEntry("last_status", 409);
      sql("update organizations set name = 'Acme' where organization_id = ?", acme().id().value());
    }

    @Test
    void when_it_refuses_then_no_address_is_in_the_log_of_deliveries() {
      sql("update users set email = 'owner at acme' where email = ?", OWNER);

      worker.deliver(leadCaptured(acme()));

      assertThat(delivery()).containsEntry("status", "FAILED").containsEntry("last_status", 422);
      assertThat(log).noneMatch(line -> line.contains("owner at acme"));
      sql("update users set email = ? where email = 'owner at acme'", OWNER);
    }
  }

  @Nested
  class Given_more_members_than_are_told_at_once {

    @Test
    void when_a_lead_is_captured_then_the_job_tells_the_rest() {
      var crowd = organization("Crowd");
      sql(
          """
          insert into users
          select gen_random_uuid(), 'member' || n || '@crowd.example', 'Member', 'none', now()
            from generate_series(1, 21) as n
          """);
      sql(
          """
          insert into memberships
          select ?, id, 'ADMIN', now() from users where email like 'member%@crowd.example'
          """,
          crowd.id().value());

      worker.deliver(leadCaptured(crowd));
      assertThat(mail()).hasSize(20);
      job.run();

      assertThat(mail()).hasSize(23);
      assertThat(mail().stream().map(Message::to).distinct()).hasSize(23);
      assertThat(rows("select distinct status from deliveries"))
          .containsExactly(Map.of("status", "DELIVERED"));
      assertThat(crowd.members()).containsKey(Role.OWNER);
    }
  }
}
