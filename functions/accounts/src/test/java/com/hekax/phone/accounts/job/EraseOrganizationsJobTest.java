package com.hekax.phone.accounts.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.accounts.TeamTest;
import com.hekax.phone.accounts.closing.Erasures;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EraseOrganizationsJobTest extends TeamTest {
  private final TestFunction<EraseOrganizationsJob> job = function(EraseOrganizationsJob::new);
  private final TestFunction<EraseOrganizationsJob> other = function(EraseOrganizationsJob::new);

  @BeforeEach
  void given_no_other_erasures() {
    sql("delete from organization_erasures");
    sql("delete from organization_closings");
  }

  @Nested
  class Given_a_business_whose_days_are_not_over {

    @Test
    void when_a_minute_is_left_then_nothing_happens() {
      closes(bright, "1 minute");

      job.run();

      assertThat(receipts()).isEmpty();
      assertThat(events(bright, "OrganizationErasing")).isEmpty();
      assertThat(openSessionsOf(bright.owner())).isEqualTo(1);
    }
  }

  @Nested
  class Given_a_business_whose_days_are_over {

    @BeforeEach
    void given_a_day_that_has_come() {
      leads(bright, 3);
      leads(globex(), 2);
      closes(bright, "-1 second");
    }

    @Test
    void when_the_job_runs_then_it_is_announced_and_everything_stays_until_all_is_given_back() {
      job.run();
      job.run();

      assertThat(events(bright, "OrganizationErasing"))
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.path("eventId").asText())
                      .isEqualTo(String.valueOf(receipt(bright).get("event_id"))));
      assertThat(openSessionsOf(bright.owner())).isZero();
      assertThat(leadsOf(bright)).isEqualTo(3);
      assertThat(receipt(bright)).containsEntry("erased_at", null);
      assertThat(mails(bright)).isEmpty();
    }

    @Test
    void when_only_one_has_given_back_then_everything_stays() {
      job.run();
      handled(bright, Erasures.GIVE_BACK.iterator().next());

      job.run();

      assertThat(leadsOf(bright)).isEqualTo(3);
    }

    @Test
    void when_another_business_has_given_back_then_this_one_stays() {
      job.run();
      for (var worker : Erasures.GIVE_BACK) {
        sql(
            "insert into handled_events values (?, ?, ?, now())",
            globex().id().value(),
            worker,
            announcementOf(bright));
      }

      job.run();

      assertThat(leadsOf(bright)).isEqualTo(3);
      sql("delete from handled_events");
    }

    @Test
    void when_all_is_given_back_then_nothing_is_left_but_the_receipt_and_the_mail_that_says_so() {
      var owner = bright.owner().user().value();

      erase(bright);

      assertThat(leadsOf(bright)).isZero();
      assertThat(rows("select from organizations where organization_id = ?", bright.id().value()))
          .isEmpty();
      assertThat(rows("select from audit_log where organization_id = ?", bright.id().value()))
          .isEmpty();
      assertThat(rows("select from users where id = ?", owner)).isEmpty();
      assertThat(leadsOf(globex())).isPositive();
      assertThat(rows("select from users where id = ?", globex().owner().user().value()))
          .hasSize(1);
      assertThat(mails(bright))
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.path("kind").asText()).isEqualTo("ORGANIZATION_ERASED");
                assertThat(mail.path("address").asText()).isEqualTo(addressOf("owner"));
                assertThat(mail.at("/facts/organization").asText()).isEqualTo(bright.name());
                assertThat(mail.at("/facts/receipt").asText()).isEqualTo(bright.id().toString());
                assertThat(mail.at("/facts/leads").asText()).isEqualTo("3");
                assertThat(mail.at("/facts/people").asText()).isEqualTo("4");
              });
    }

    @Test
    void when_it_is_erased_then_the_receipt_tells_what_when_and_by_whose_wish_and_names_nobody() {
      var owner = bright.owner().user().value();

      erase(bright);

      var receipt = receipt(bright);
      assertThat(receipt).containsEntry("requested_by", owner);
      assertThat(receipt.get("requested_at")).isNotNull();
      assertThat(receipt.get("erased_at")).isNotNull();
      var counts = Json.tree(String.valueOf(receipt.get("counts")));
      assertThat(counts.path("leads").asInt()).isEqualTo(3);
      assertThat(counts.path("memberships").asInt()).isEqualTo(4);
      assertThat(counts.path("users").asInt()).isEqualTo(4);
      assertThat(counts.path("organizations").asInt()).isEqualTo(1);
      assertThat(receipt.toString())
          .doesNotContain(bright.name())
          .doesNotContain(addressOf("owner"))
          .doesNotContain("Nora");
    }

    @Test
    void when_who_asked_has_left_then_all_owners_get_the_receipt() {
      sql(
          "update organization_closings set requested_by = ? where organization_id = ?",
          UUID.randomUUID(),
          bright.id().value());
      sql(
          "update memberships set role = 'OWNER' where user_id = ?",
          bright.as(Role.ADMIN).user().value());

      erase(bright);

      assertThat(mails(bright))
          .extracting(mail -> mail.path("address").asText())
          .containsExactlyInAnyOrder(addressOf("owner"), addressOf("admin"));
    }

    @Test
    void when_a_person_belongs_to_another_business_too_then_they_stay_there() {
      var agent = bright.agent().user().value();
      sql("insert into memberships values (?, ?, 'AGENT', now())", globex().id().value(), agent);

      erase(bright);

      assertThat(rows("select from users where id = ?", agent)).hasSize(1);
      assertThat(rows("select from memberships where user_id = ?", agent)).hasSize(1);
    }

    @RepeatedTest(3)
    void when_two_jobs_run_at_once_then_each_row_is_counted_once_and_one_mail_is_sent() {
      leads(bright, 2_497);
      atOnce(List.of(running(job), running(other)));
      assertThat(events(bright, "OrganizationErasing")).hasSize(1);
      givenBack(bright);

      atOnce(List.of(running(job), running(other)));
      // One may have left the end to the other while that was still in the middle.
      job.run();

      assertThat(Json.tree(String.valueOf(receipt(bright).get("counts"))).path("leads").asInt())
          .isEqualTo(2_500);
      assertThat(mails(bright)).hasSize(1);
    }

    @Test
    void when_it_breaks_in_the_middle_then_it_goes_on_there_and_counts_nothing_twice() {
      leads(bright, 1_997);
      job.run();
      givenBack(bright);
      sql(
          """
          create function stop() returns trigger language plpgsql as $$ begin raise 'stop'; end $$;
          create trigger stop before delete on sessions for each row execute function stop()
          """);
      try {
        assertThatThrownBy(job::run).hasMessageContaining("do not go on");
        assertThat(leadsOf(bright)).isZero();
        assertThat(receipt(bright)).containsEntry("erased_at", null);
        assertThat(rows("select from memberships where organization_id = ?", bright.id().value()))
            .hasSize(4);
      } finally {
        sql("drop trigger stop on sessions; drop function stop()");
      }

      job.run();

      assertThat(receipt(bright).get("erased_at")).isNotNull();
      assertThat(Json.tree(String.valueOf(receipt(bright).get("counts"))).path("leads").asInt())
          .isEqualTo(2_000);
      assertThat(mails(bright)).hasSize(1);
    }

    @Test
    void when_it_breaks_at_the_very_end_then_the_organization_is_still_whole_there() {
      job.run();
      givenBack(bright);
      sql(
          """
          create function stop() returns trigger language plpgsql as $$ begin raise 'stop'; end $$;
          create trigger stop before delete on users for each row execute function stop()
          """);
      try {
        assertThatThrownBy(job::run).hasMessageContaining("do not go on");
        assertThat(rows("select from memberships where organization_id = ?", bright.id().value()))
            .hasSize(4);
        assertThat(mails(bright)).isEmpty();
      } finally {
        sql("drop trigger stop on users; drop function stop()");
      }

      job.run();

      assertThat(mails(bright)).hasSize(1);
    }

    @Test
    void when_nobody_has_answered_for_hours_then_it_is_announced_again() {
      job.run();
      givenBackInVain();
      sql("update organization_erasures set announced_at = now() - interval '7 hours'");

      job.run();

      assertThat(events(bright, "OrganizationErasing")).hasSize(2);
      assertThat(leadsOf(bright)).isEqualTo(3);
      givenBack(bright);
      job.run();
      assertThat(receipt(bright).get("erased_at")).isNotNull();
    }

    @Test
    void when_something_is_not_given_back_for_days_then_somebody_hears_and_others_go_on() {
      var second = business(bright.name() + "Two");
      closes(second, "-1 second");
      job.run();
      sql(
          "update organization_erasures set begun_at = now() - interval '4 days' where organization_id = ?",
          bright.id().value());
      givenBack(second);

      assertThatThrownBy(job::run).hasMessageContaining("1 erasures do not go on");

      assertThat(receipt(second).get("erased_at")).isNotNull();
      assertThat(receipt(bright)).containsEntry("erased_at", null);
    }

    @Test
    void when_something_comes_in_late_then_it_is_erased_after_the_queues_are_empty() {
      erase(bright);
      job.run();
      sql(
          "insert into handled_events values (?, 'SomeWorker', ?, now())",
          bright.id().value(),
          UUID.randomUUID());
      sql("update organization_erasures set erased_at = now() - interval '14 days'");
      job.run();
      assertThat(late()).isPositive();

      sql("update organization_erasures set erased_at = now() - interval '16 days'");
      job.run();

      assertThat(late()).isZero();
      assertThat(rows("select from outbox where organization_id = ?", bright.id().value()))
          .isEmpty();
      assertThat(receipt(bright).get("swept_at")).isNotNull();
    }

    private int late() {
      return rows("select from handled_events where organization_id = ?", bright.id().value())
          .size();
    }

    /** One of those who have to, and somebody else. */
    private void givenBackInVain() {
      handled(bright, Erasures.GIVE_BACK.iterator().next());
      handled(bright, "SomeWorker");
    }
  }

  private void erase(Organization business) {
    job.run();
    givenBack(business);
    job.run();
  }

  private static Callable<Boolean> running(TestFunction<EraseOrganizationsJob> job) {
    return () -> {
      job.run();
      return true;
    };
  }

  private void closes(Organization business, String in) {
    sql(
        "insert into organization_closings values (?, ?, now() - interval '30 days', now() + cast(? as interval))",
        business.id().value(),
        business.owner().user().value(),
        in);
  }

  /** All whom it concerns have handled the newest announcement. */
  private void givenBack(Organization business) {
    Erasures.GIVE_BACK.forEach(worker -> handled(business, worker));
  }

  private void handled(Organization business, String worker) {
    sql(
        "insert into handled_events values (?, ?, ?, now())",
        business.id().value(),
        worker,
        announcementOf(business));
  }

  private Object announcementOf(Organization business) {
    return requireNonNull(receipt(business).get("event_id"));
  }

  private Map<String, Object> receipt(Organization business) {
    return rows(
            "select * from organization_erasures where organization_id = ?", business.id().value())
        .getFirst();
  }

  private List<Map<String, Object>> receipts() {
    return rows("select * from organization_erasures");
  }

  private int leadsOf(Organization business) {
    return rows("select from leads where organization_id = ?", business.id().value()).size();
  }

  private void leads(Organization business, int count) {
    sql(
        """
        insert into leads (id, organization_id, name, stage, source, created_at, updated_at)
        select gen_random_uuid(), ?, 'Nora', 'NEW', 'MANUAL', now(), now() from generate_series(1, ?)
        """,
        business.id().value(),
        count);
  }

  private String addressOf(String word) {
    return "%s@%s.example".formatted(word, bright.name().toLowerCase(Locale.ROOT));
  }

  private List<JsonNode> mails(Organization business) {
    return events(business, "AccountMailRequested");
  }

  private List<JsonNode> events(Organization business, String type) {
    return aws.published(type).stream()
        .filter(event -> event.path("organization").asText().equals(business.id().toString()))
        .toList();
  }
}
