package com.hekax.phone.crm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.crm.CrmTest;
import com.hekax.phone.crm.LinkKind;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyncHubSpotWorkerTest extends CrmTest {
  private final CallId call = CallId.create();

  @BeforeEach
  void given_a_connected_portal() {
    connect(acme(), ACME_PORTAL);
  }

  @Nested
  class Given_a_caller_whom_HubSpot_does_not_know {

    @Test
    void when_the_lead_is_captured_and_the_call_ends_then_both_are_there() {
      var lead = lead(call);

      assertThat(worker.deliver(captured(acme(), lead), ended(acme(), call))).isEmpty();

      assertThat(contact().properties())
          .containsEntry("firstname", "Maria")
          .containsEntry("lastname", "Lopez")
          .containsEntry("phone", PHONE)
          .containsEntry("lifecyclestage", "lead")
          .doesNotContainKey("email");
      assertThat(calls()).hasSize(1);
      assertThat(calls().getFirst().associated()).containsExactly(contact().id());
      assertThat(calls().getFirst().properties())
          .containsEntry("hs_timestamp", "2026-11-20T10:00:00Z")
          .containsEntry("hs_call_direction", "INBOUND")
          .containsEntry("hs_call_status", "COMPLETED")
          .containsEntry("hs_call_duration", "183000")
          .containsEntry("hs_call_from_number", PHONE)
          .containsEntry("hs_call_to_number", "+14155550100")
          .hasEntrySatisfying(
              "hs_call_body",
              body ->
                  assertThat(body)
                      .startsWith("Chipped a front tooth &amp; wants to be seen<br>")
                      .endsWith("https://phone.example.com/calls/" + call));
      assertThat(link(LinkKind.CONTACT))
          .containsEntry("state", "SYNCED")
          .containsEntry("external_id", contact().id())
          .containsEntry(
              "url",
              "%s/hubspot/contacts/%d/record/0-1/%s"
                  .formatted(sandbox.uri(), ACME_PORTAL, contact().id()));
      assertThat(link(LinkKind.CALL))
          .containsEntry("state", "SYNCED")
          .containsEntry("external_id", calls().getFirst().id());
    }

    @Test
    void when_the_call_has_not_ended_then_only_the_contact_is_there() {
      worker.deliver(captured(acme(), lead(call)));

      assertThat(contacts()).hasSize(1);
      assertThat(calls()).isEmpty();
    }

    @Test
    void when_a_call_ends_without_a_lead_then_nothing_is_written() {
      worker.deliver(ended(acme(), call));

      assertThat(contacts()).isEmpty();
      assertThat(calls()).isEmpty();
      assertThat(rows("select * from deliveries")).isEmpty();
    }

    @Test
    void when_the_lead_was_added_by_hand_then_there_is_no_call() {
      worker.deliver(
          captured(
              acme(),
              lead("Cher", Optional.empty(), Optional.of("cher@example.com"), Optional.empty())));

      assertThat(contact().properties())
          .containsEntry("firstname", "Cher")
          .containsEntry("email", "cher@example.com")
          .doesNotContainKey("lastname");
      assertThat(calls()).isEmpty();
    }
  }

  static Stream<List<Integer>> orders() {
    return Stream.of(
        List.of(0, 1, 2),
        List.of(0, 2, 1),
        List.of(1, 0, 2),
        List.of(1, 2, 0),
        List.of(2, 0, 1),
        List.of(2, 1, 0),
        List.of(2, 2, 1, 1, 0, 0, 2, 1, 0));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void in_whatever_order_and_however_often_events_come_then_one_contact_and_one_call_are_there(
      List<Integer> order) {
    var lead = lead(call);
    var events =
        List.of(
            captured(acme(), lead),
            updated(
                acme(),
                changed(lead, "Maria Lopez", Optional.of("maria@example.com"), Optional.empty())),
            ended(acme(), call));

    for (int place : order) {
      assertThat(worker.deliver(events.get(place))).isEmpty();
    }

    assertThat(contact().properties())
        .containsEntry("email", "maria@example.com")
        .containsEntry("phone", PHONE);
    assertThat(calls()).hasSize(1);
    assertThat(calls().getFirst().associated()).containsExactly(contact().id());
  }

  @Test
  void when_all_events_come_at_the_same_time_then_one_contact_and_one_call_are_there()
      throws InterruptedException {
    var lead = lead(call);
    var events = List.<DomainEvent>of(captured(acme(), lead), ended(acme(), call));
    var threads =
        events.stream()
            .map(
                event -> {
                  TestFunction<SyncHubSpotWorker> own = function(SyncHubSpotWorker::new);
                  return Thread.ofVirtual().start(() -> own.deliver(event));
                })
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    afterAWhile();

    assertThat(contacts()).hasSize(1);
    assertThat(calls()).hasSize(1);
  }

  @Test
  void when_the_end_is_being_written_down_as_the_lead_comes_then_the_lead_waits_and_sees_it()
      throws Exception {
    var end = ended(acme(), call);
    try (var other = superuser();
        var ending =
            other.prepareStatement(
                "insert into crm_calls values (?, ?, cast(? as jsonb), now())")) {
      other.setAutoCommit(false);
      ending.setObject(1, acme().id().value());
      ending.setObject(2, call.value());
      ending.setString(3, Json.write(end));
      ending.execute();

      var lead = Thread.ofVirtual().start(() -> worker.deliver(captured(acme(), lead(call))));
      while (lead.isAlive() && !somebodyWaitsForALock()) {
        Thread.onSpinWait();
      }
      other.commit();
      lead.join();
    }

    assertThat(calls()).hasSize(1);
  }

  private boolean somebodyWaitsForALock() {
    return !rows("select from pg_locks where not granted").isEmpty();
  }

  @Nested
  class Given_a_contact_that_people_made {

    @Test
    void when_it_has_the_callers_number_then_the_call_is_put_there_and_nothing_is_written_over() {
      var id =
          hubSpot.addContact(
              ACME_PORTAL,
              Map.of("firstname", "María", "lastname", "López-García", "mobilephone", PHONE));

      worker.deliver(
          captured(
              acme(),
              lead(
                  "Maria Lopez",
                  Optional.of(PHONE),
                  Optional.of("maria@example.com"),
                  Optional.of(call))),
          ended(acme(), call));

      assertThat(contact().id()).isEqualTo(id);
      assertThat(contact().properties())
          .containsEntry("firstname", "María")
          .containsEntry("lastname", "López-García")
          .containsEntry("email", "maria@example.com")
          .doesNotContainKey("phone");
      assertThat(calls().getFirst().associated()).containsExactly(id);
    }

    @Test
    void when_its_number_is_written_as_people_write_it_then_it_is_found() {
      var id = hubSpot.addContact(ACME_PORTAL, Map.of("phone", "(415) 555-0132"));

      worker.deliver(captured(acme(), lead(call)));

      assertThat(contact().id()).isEqualTo(id);
      assertThat(contact().properties())
          .containsEntry("phone", "(415) 555-0132")
          .containsEntry("firstname", "Maria");
    }

    @Test
    void when_the_same_digits_are_another_countrys_then_it_is_another_person() {
      hubSpot.addContact(ACME_PORTAL, Map.of("phone", "+44 4155550132"));

      worker.deliver(captured(acme(), lead(call)));

      assertThat(contacts()).hasSize(2);
    }

    @Test
    void when_it_has_the_callers_address_then_it_is_the_one() {
      var id =
          hubSpot.addContact(
              ACME_PORTAL, Map.of("email", "Maria@Example.com", "company", "Lopez Ltd"));

      worker.deliver(
          captured(
              acme(),
              lead(
                  "Maria Lopez",
                  Optional.of(PHONE),
                  Optional.of("maria@example.com"),
                  Optional.of(call))));

      assertThat(contact().id()).isEqualTo(id);
      assertThat(contact().properties())
          .containsEntry("email", "Maria@Example.com")
          .containsEntry("company", "Lopez Ltd")
          .containsEntry("phone", PHONE)
          .containsEntry("firstname", "Maria");
    }
  }

  @Nested
  class Given_a_lead_that_is_there {

    @Test
    void when_it_is_changed_then_what_we_wrote_is_changed_and_what_people_wrote_stays() {
      var lead = lead(call);
      worker.deliver(captured(acme(), lead));
      hubSpot.changeContact(ACME_PORTAL, contact().id(), Map.of("lastname", "Lopez (VIP)"));

      worker.deliver(
          updated(
              acme(),
              changed(
                  lead,
                  "Marie Lopes",
                  Optional.of("marie@example.com"),
                  Optional.of("Lopes Inc"))));

      assertThat(contact().properties())
          .containsEntry("firstname", "Marie")
          .containsEntry("lastname", "Lopez (VIP)")
          .containsEntry("email", "marie@example.com")
          .containsEntry("company", "Lopes Inc");
    }

    @Test
    void when_an_older_state_comes_later_then_it_changes_nothing() {
      var lead = lead(call);
      worker.deliver(
          updated(acme(), changed(lead, "Marie Lopes", Optional.empty(), Optional.empty())));

      worker.deliver(captured(acme(), lead));

      assertThat(contact().properties()).containsEntry("firstname", "Marie");
    }

    @Test
    void when_people_removed_its_contact_then_it_is_added_again_with_the_call() {
      worker.deliver(captured(acme(), lead(call)));
      hubSpot.removeContact(ACME_PORTAL, contact().id());

      worker.deliver(ended(acme(), call));

      assertThat(calls().getFirst().associated()).containsExactly(contact().id());
    }

    @Test
    void when_the_same_caller_rings_again_before_the_index_knows_him_then_it_is_one_contact() {
      hubSpot.searchLag(java.time.Duration.ofMinutes(1));
      var again = CallId.create();

      worker.deliver(captured(acme(), lead(call)), ended(acme(), call));
      worker.deliver(captured(acme(), lead(again)), ended(acme(), again));

      assertThat(contacts()).hasSize(1);
      assertThat(calls()).hasSize(2);
    }
  }

  @Nested
  class Given_two_businesses {

    @Test
    void when_each_has_the_same_caller_then_each_portal_has_its_own() {
      connect(globex(), GLOBEX_PORTAL);
      var other = CallId.create();

      worker.deliver(
          captured(acme(), lead(call)),
          captured(globex(), lead(other)),
          ended(globex(), other),
          ended(acme(), call));

      assertThat(hubSpot.contacts(ACME_PORTAL)).hasSize(1);
      assertThat(hubSpot.contacts(GLOBEX_PORTAL)).hasSize(1);
      assertThat(hubSpot.calls(ACME_PORTAL).getFirst().properties().get("hs_call_body"))
          .contains(call.toString());
      assertThat(hubSpot.calls(GLOBEX_PORTAL).getFirst().properties().get("hs_call_body"))
          .contains(other.toString());
    }

    @Test
    void when_one_has_no_CRM_then_nothing_of_it_is_kept() {
      worker.deliver(captured(globex(), lead(CallId.create())));

      assertThat(rows("select * from crm_leads")).isEmpty();
      assertThat(contacts()).isEmpty();
    }

    @Test
    void when_the_plan_has_no_CRM_any_more_then_nothing_is_sent() {
      sql(
          "update organizations set plan = 'STARTER' where organization_id = ?",
          acme().id().value());
      try {
        worker.deliver(captured(acme(), lead(call)));

        assertThat(contacts()).isEmpty();
      } finally {
        sql(
            "update organizations set plan = 'TRIAL' where organization_id = ?",
            acme().id().value());
      }
    }
  }
}
