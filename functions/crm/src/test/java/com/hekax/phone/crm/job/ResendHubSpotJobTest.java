package com.hekax.phone.crm.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.crm.CrmTest;
import com.hekax.phone.crm.LinkKind;
import com.hekax.phone.crm.worker.SyncHubSpotWorker;
import com.hekax.phone.sandbox.console.Faults.Fault;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HubSpot on a bad day. */
class ResendHubSpotJobTest extends CrmTest {
  private final CallId call = CallId.create();

  @BeforeEach
  void given_a_connected_portal() {
    connect(acme(), ACME_PORTAL);
  }

  private Map<String, Object> delivery() {
    var rows = rows("select * from deliveries");
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private Duration untilNextAttempt() {
    var next = (Timestamp) Objects.requireNonNull(delivery().get("next_attempt_at"));
    return Duration.between(Instant.now(), next.toInstant());
  }

  private Map<String, Object> connection() {
    return rows("select * from crm_connections").getFirst();
  }

  @ParameterizedTest
  @ValueSource(ints = {423, 429, 500, 502, 503, 504})
  void when_HubSpot_cannot_now_then_it_is_tried_again_and_the_lead_arrives(int status) {
    fail("hubspot", status);
    assertThat(worker.deliver(captured(acme(), lead(call)), ended(acme(), call))).isEmpty();
    assertThat(contacts()).isEmpty();

    failNoMore("hubspot");
    afterAWhile();

    assertThat(contacts()).hasSize(1);
    assertThat(calls()).hasSize(1);
    assertThat(rows("select distinct status from deliveries"))
        .containsExactly(Map.of("status", "DELIVERED"));
    assertThat(aws.published("CrmSyncFailed")).isEmpty();
  }

  @Test
  void when_the_ten_second_limit_is_reached_then_it_waits_ten_seconds() {
    fail("hubspot", 429);

    worker.deliver(captured(acme(), lead(call)));

    assertThat(untilNextAttempt()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
  }

  @Test
  void when_the_daily_limit_is_reached_then_it_and_all_else_waits_until_tomorrow() {
    fail("hubspot-contacts", 500);
    worker.deliver(captured(acme(), lead(CallId.create())));
    failNoMore("hubspot-contacts");
    fail("hubspot-daily", 429);

    worker.deliver(captured(acme(), lead(call)));

    assertThat(
            rows(
                "select id from deliveries where status = 'WAITING' and next_attempt_at > now() + interval '23 hours'"))
        .hasSize(2);
  }

  @Test
  void when_HubSpots_own_limit_is_reached_then_the_rest_comes_later() {
    hubSpot.requestsPerTenSeconds(2);
    worker.deliver(captured(acme(), lead(call)), ended(acme(), call));
    assertThat(calls()).isEmpty();

    hubSpot.requestsPerTenSeconds(100);
    afterAWhile();

    assertThat(contacts()).hasSize(1);
    assertThat(calls()).hasSize(1);
  }

  @Nested
  class Given_an_answer_that_is_lost_after_the_work_is_done {

    @ParameterizedTest
    @ValueSource(strings = {"hubspot-calls-late", "hubspot-contacts-late"})
    void when_it_is_tried_again_then_nothing_is_there_twice(String what) {
      fail(what, 502);
      worker.deliver(captured(acme(), lead(call)), ended(acme(), call));
      if (what.equals("hubspot-calls-late")) {
        assertThat(calls()).as("HubSpot did it").hasSize(1);
        assertThat(link(LinkKind.CALL))
            .containsEntry("unsure", true)
            .containsEntry("state", "WAITING");
      }

      failNoMore(what);
      afterAWhile();

      assertThat(contacts()).hasSize(1);
      assertThat(calls()).hasSize(1);
      assertThat(link(LinkKind.CALL))
          .containsEntry("state", "SYNCED")
          .containsEntry("unsure", false)
          .containsEntry("external_id", calls().getFirst().id());
    }

    @Test
    void when_it_is_a_time_out_and_the_search_index_lags_then_nothing_is_there_twice() {
      hubSpot.searchLag(Duration.ofMinutes(10));
      sandbox
          .faults()
          .plan(
              "hubspot-calls-late",
              new Fault(0, Duration.ofSeconds(8), Optional.empty()),
              Duration.ofMinutes(1));
      worker.deliver(captured(acme(), lead(call)), ended(acme(), call));
      assertThat(link(LinkKind.CALL)).containsEntry("unsure", true);

      failNoMore("hubspot-calls-late");
      afterAWhile();

      assertThat(contacts()).hasSize(1);
      assertThat(calls()).hasSize(1);
    }

    @Test
    void when_the_caller_has_many_calls_then_the_one_is_found_among_them() {
      worker.deliver(captured(acme(), lead(call)));
      for (int i = 0; i < 620; i++) {
        hubSpot.addCall(
            ACME_PORTAL,
            Map.of("hs_timestamp", "2026-11-20T09:00:00Z", "hs_call_body", "call " + i),
            contact().id());
      }
      fail("hubspot-calls-late", 502);
      worker.deliver(ended(acme(), call));
      failNoMore("hubspot-calls-late");

      afterAWhile();

      assertThat(calls()).hasSize(621);
      assertThat(link(LinkKind.CALL)).containsEntry("state", "SYNCED");
    }
  }

  @Nested
  class Given_a_function_that_died_in_the_middle {

    @Test
    void when_it_died_right_after_HubSpot_made_the_call_then_it_is_found_and_not_made_again() {
      worker.deliver(captured(acme(), lead(call)), ended(acme(), call));
      // As a crash leaves it: asked, and neither the answer nor anything after it written down.
      sql("update crm_links set external_id = null, state = 'WAITING', unsure = true, version = 0");
      sql(
          "update deliveries set status = 'WAITING', next_attempt_at = now() + interval '1 minute', delivered_at = null");
      sql(
          "insert into crm_locks values (?, ?, gen_random_uuid(), now() - interval '1 second')",
          acme().id().value(),
          PHONE);

      afterAWhile();

      assertThat(contacts()).hasSize(1);
      assertThat(calls()).hasSize(1);
      assertThat(rows("select distinct state from crm_links"))
          .containsExactly(Map.of("state", "SYNCED"));
    }

    @Test
    void when_another_one_is_at_the_same_caller_then_it_waits_for_it() {
      sql(
          "insert into crm_locks values (?, ?, gen_random_uuid(), now() + interval '1 minute')",
          acme().id().value(),
          PHONE);

      worker.deliver(captured(acme(), lead(call)));

      assertThat(contacts()).isEmpty();
      assertThat(delivery()).containsEntry("status", "WAITING");
      sql("update crm_locks set until = now()");
      afterAWhile();
      assertThat(contacts()).hasSize(1);
      assertThat(rows("select * from crm_locks")).isEmpty();
    }
  }

  @Nested
  class Given_something_that_HubSpot_refuses {

    @Test
    void when_it_is_captured_then_people_see_why_and_it_is_not_tried_again() {
      int before = aws.published("CrmSyncFailed").size();
      var lead =
          lead("Maria Lopez", Optional.of(PHONE), Optional.of("maria@nowhere"), Optional.of(call));
      worker.deliver(captured(acme(), lead));
      afterAWhile();

      assertThat(contacts()).isEmpty();
      assertThat(link(LinkKind.CONTACT))
          .containsEntry("state", "FAILED")
          .hasEntrySatisfying(
              "error", error -> assertThat((String) error).contains("maria@nowhere is invalid"));
      assertThat(delivery()).containsEntry("status", "FAILED").containsEntry("attempts", 1);
      assertThat(aws.published("CrmSyncFailed")).hasSize(before + 1);
      var event = aws.published("CrmSyncFailed").getLast();
      assertThat(event.path("lead").asText()).isEqualTo(lead.id().toString());
      assertThat(event.path("provider").asText()).isEqualTo("HUBSPOT");
    }

    @Test
    void when_it_is_mended_then_it_arrives() {
      var lead =
          lead("Maria Lopez", Optional.of(PHONE), Optional.of("maria@nowhere"), Optional.of(call));
      worker.deliver(captured(acme(), lead), ended(acme(), call));

      worker.deliver(
          updated(
              acme(),
              changed(lead, "Maria Lopez", Optional.of("maria@example.com"), Optional.empty())));

      assertThat(contact().properties()).containsEntry("email", "maria@example.com");
      assertThat(calls()).hasSize(1);
      assertThat(link(LinkKind.CONTACT))
          .containsEntry("state", "SYNCED")
          .containsEntry("error", null);
    }
  }

  @Nested
  class Given_tokens_that_end {

    @Test
    void when_the_access_token_ends_soon_then_it_is_renewed_before() {
      sql("update crm_connections set access_expires_at = now() + interval '100 seconds'");

      worker.deliver(captured(acme(), lead(call)));

      assertThat(contacts()).hasSize(1);
      assertThat(connection())
          .containsEntry("token_version", 2)
          .containsEntry("refreshing_until", null);
    }

    @Test
    void when_HubSpot_has_ended_it_without_a_word_then_it_is_renewed_once() {
      hubSpot.expireAccess();

      worker.deliver(captured(acme(), lead(call)));

      assertThat(contacts()).hasSize(1);
      assertThat(connection()).containsEntry("token_version", 2).containsEntry("status", "ACTIVE");
    }

    @Test
    void when_somebody_else_renews_it_then_the_old_one_does_as_long_as_it_is_good() {
      sql(
          "update crm_connections set access_expires_at = now() + interval '100 seconds', refreshing_until = now() + interval '20 seconds'");

      worker.deliver(captured(acme(), lead(call)));

      assertThat(contacts()).hasSize(1);
      assertThat(connection()).containsEntry("token_version", 1);
    }

    @Test
    void when_many_need_another_token_at_once_then_one_of_them_asks() throws InterruptedException {
      sql("update crm_connections set access_expires_at = now() - interval '1 second'");
      var threads =
          IntStream.range(0, 8)
              .mapToObj(
                  i -> {
                    var own = function(SyncHubSpotWorker::new);
                    var event =
                        captured(
                            acme(),
                            lead(
                                "Caller " + i,
                                Optional.of("+1415555020" + i),
                                Optional.empty(),
                                Optional.empty()));
                    return Thread.ofVirtual().start(() -> own.deliver(event));
                  })
              .toList();
      for (var thread : threads) {
        thread.join();
      }
      afterAWhile();

      assertThat(connection()).containsEntry("token_version", 2);
      assertThat(contacts()).hasSize(8);
    }

    @Test
    void when_the_token_endpoint_is_out_of_order_then_it_is_tried_again() {
      sql("update crm_connections set access_expires_at = now()");
      fail("hubspot-token", 503);
      worker.deliver(captured(acme(), lead(call)));
      assertThat(connection())
          .containsEntry("status", "ACTIVE")
          .containsEntry("refreshing_until", null);

      failNoMore("hubspot-token");
      afterAWhile();

      assertThat(contacts()).hasSize(1);
    }
  }

  @Nested
  class Given_access_that_was_taken_away {

    @Test
    void when_leads_come_then_people_are_told_once_and_all_arrives_when_it_is_connected_again() {
      int before = aws.published("ConnectionLost").size();
      hubSpot.uninstall(ACME_PORTAL);
      worker.deliver(captured(acme(), lead(call)));
      worker.deliver(ended(acme(), call));
      var later = CallId.create();
      worker.deliver(
          captured(
              acme(),
              lead("Ann Lee", Optional.of("+14155550133"), Optional.empty(), Optional.of(later))),
          ended(acme(), later));
      afterAWhile();

      assertThat(contacts()).isEmpty();
      assertThat(connection())
          .containsEntry("status", "RECONNECT_NEEDED")
          .hasEntrySatisfying(
              "last_error", error -> assertThat((String) error).contains("HubSpot"));
      assertThat(aws.published("ConnectionLost")).hasSize(before + 1);

      connect(acme(), ACME_PORTAL);
      job.run();

      assertThat(contacts()).hasSize(2);
      assertThat(calls()).hasSize(2);
      assertThat(connection()).containsEntry("status", "ACTIVE").containsEntry("last_error", null);
    }

    @Test
    void when_a_scope_is_missing_then_it_has_to_be_connected_again() {
      fail("hubspot-scopes", 403);

      worker.deliver(captured(acme(), lead(call)));

      assertThat(connection()).containsEntry("status", "RECONNECT_NEEDED");
    }

    @Test
    void when_two_find_out_at_the_same_time_then_people_are_told_once()
        throws InterruptedException {
      int before = aws.published("ConnectionLost").size();
      fail("hubspot-scopes", 403);
      sandbox
          .faults()
          .plan(
              "hubspot",
              new Fault(0, Duration.ofSeconds(1), Optional.empty()),
              Duration.ofMinutes(1));
      var other = function(SyncHubSpotWorker::new);
      var ann = lead("Ann Lee", Optional.of("+14155550133"), Optional.empty(), Optional.empty());

      var second = Thread.ofVirtual().start(() -> other.deliver(captured(acme(), ann)));
      worker.deliver(captured(acme(), lead(call)));
      second.join();

      assertThat(rows("select * from deliveries where status = 'FAILED'")).hasSize(2);
      assertThat(aws.published("ConnectionLost")).hasSize(before + 1);
    }
  }

  @Test
  void when_HubSpot_is_away_for_two_days_then_it_is_given_up_and_people_are_told() {
    int before = aws.published("CrmSyncFailed").size();
    fail("hubspot", 503);
    worker.deliver(captured(acme(), lead(call)));
    sql("update deliveries set created_at = now() - interval '49 hours'");

    afterAWhile();

    assertThat(delivery()).containsEntry("status", "FAILED");
    assertThat(link(LinkKind.CONTACT)).containsEntry("state", "FAILED");
    assertThat(aws.published("CrmSyncFailed")).hasSize(before + 1);
  }

  @Test
  void when_it_was_disconnected_then_what_waits_is_not_sent() {
    fail("hubspot", 503);
    worker.deliver(captured(acme(), lead(call)));
    failNoMore("hubspot");
    sql("update crm_connections set status = 'DISCONNECTED', tokens = null");

    afterAWhile();

    assertThat(contacts()).isEmpty();
    assertThat(delivery()).containsEntry("status", "FAILED");
  }
}
