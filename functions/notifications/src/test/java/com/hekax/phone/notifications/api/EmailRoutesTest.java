package com.hekax.phone.notifications.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.notifications.email.EmailTest;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRoutesTest extends EmailTest {
  private final TestFunction<GetEmailPreferencesHandler> get =
      function(GetEmailPreferencesHandler::new);
  private final TestFunction<UpdateEmailPreferencesHandler> update =
      function(UpdateEmailPreferencesHandler::new);
  private final TestFunction<ListEmailDeliveriesHandler> list =
      function(ListEmailDeliveriesHandler::new);

  private List<String> preferences(Member member) {
    return types(get.call(request().as(member)));
  }

  private TestResponse choose(Member member, String... types) {
    return update.call(request().as(member).json(Map.of("eventTypes", List.of(types))));
  }

  private static List<String> types(TestResponse response) {
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return response.json().path("eventTypes").valueStream().map(JsonNode::asText).toList();
  }

  @Nested
  class Given_members_who_never_chose {

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"OWNER", "ADMIN"})
    void when_those_who_run_the_business_ask_then_they_are_told_of_everything(Role role) {
      assertThat(preferences(acme().as(role)))
          .containsExactly(
              "LEAD_CAPTURED",
              "MESSAGE_TAKEN",
              "VOICEMAIL_LEFT",
              "CONNECTION_LOST",
              "CRM_SYNC_FAILED");
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"MANAGER", "AGENT"})
    void when_the_others_ask_then_they_are_told_of_nothing(Role role) {
      assertThat(preferences(acme().as(role))).isEmpty();
    }
  }

  @Nested
  class Given_a_member_who_chooses {

    @Test
    void when_he_asks_again_then_it_is_what_he_chose_and_what_he_is_told_of() {
      assertThat(types(choose(acme().agent(), "VOICEMAIL_LEFT", "LEAD_CAPTURED")))
          .containsExactly("LEAD_CAPTURED", "VOICEMAIL_LEFT");

      assertThat(preferences(acme().agent())).containsExactly("LEAD_CAPTURED", "VOICEMAIL_LEFT");
      worker.deliver(leadCaptured(acme()), messageTaken(acme()));
      assertThat(mailTo(AGENT)).hasSize(1);
    }

    @Test
    void when_the_owner_wants_no_e_mail_then_he_gets_none() {
      choose(acme().owner());

      worker.deliver(leadCaptured(acme()));

      assertThat(mailTo(OWNER)).isEmpty();
      assertThat(preferences(acme().owner())).isEmpty();
    }

    @Test
    void when_he_chooses_twice_then_the_last_choice_counts() {
      choose(acme().agent(), "LEAD_CAPTURED");
      choose(acme().agent(), "MESSAGE_TAKEN");

      assertThat(preferences(acme().agent())).containsExactly("MESSAGE_TAKEN");
    }

    @Test
    void when_he_has_chosen_then_nobody_elses_preferences_have_changed() {
      choose(acme().owner(), "LEAD_CAPTURED");

      assertThat(preferences(acme().as(Role.ADMIN))).hasSize(5);
      assertThat(preferences(globex().owner())).hasSize(5);
    }

    @Test
    void when_he_belongs_to_two_businesses_then_he_chooses_for_each() {
      sql(
          "insert into memberships values (?, ?, 'AGENT', now())",
          globex().id().value(),
          acme().agent().user().value());
      var there =
          new Member(globex().id(), acme().agent().user(), Role.AGENT, acme().agent().session());

      choose(there, "LEAD_CAPTURED");

      assertThat(preferences(there)).containsExactly("LEAD_CAPTURED");
      assertThat(preferences(acme().agent())).isEmpty();
      sql("delete from email_preferences where organization_id = ?", globex().id().value());
      sql(
          "delete from memberships where organization_id = ? and user_id = ?",
          globex().id().value(),
          acme().agent().user().value());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"eventTypes\": [\"CALL_ENDED\"]}",
          "{\"eventTypes\": [\"LEAD_CAPTURED\", \"LEAD_CAPTURED\"]}",
          "{\"eventTypes\": null}",
          "{\"eventTypes\": [], \"userId\": \"0199a000-0000-7000-8000-000000000000\"}"
        })
    void when_what_he_sends_is_not_of_the_page_then_it_is_refused(String body) {
      var response = update.call(request().as(acme().agent()).json(body));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.problem()).isEqualTo("INVALID_REQUEST");
      assertThat(rows("select from email_preferences")).isEmpty();
    }

    @Test
    void when_nobody_is_signed_in_then_it_is_refused() {
      assertThat(get.call(request()).status()).isEqualTo(401);
      assertThat(update.call(request().json(Map.of("eventTypes", List.of()))).status())
          .isEqualTo(401);
    }
  }

  @Nested
  class Given_e_mails_that_were_sent {

    @Test
    void when_an_admin_looks_then_each_is_there_with_its_attempts_and_whom_it_was_for() {
      fault("resend", 503);
      worker.deliver(leadCaptured(acme()));
      sandbox.faults().clear("resend");
      afterAWhile();
      job.run();

      var items = list.call(request().as(acme().as(Role.ADMIN))).json().path("items");

      assertThat(items).hasSize(2);
      assertThat(items.findValuesAsText("name"))
          .containsExactlyInAnyOrder("Acme owner", "Acme admin");
      var item = items.path(0);
      assertThat(item.path("eventType").asText()).isEqualTo("LEAD_CAPTURED");
      assertThat(item.path("status").asText()).isEqualTo("DELIVERED");
      assertThat(item.at("/attempts/0/status").asInt()).isEqualTo(503);
      assertThat(item.at("/attempts/1/status").asInt()).isEqualTo(200);
    }

    @Test
    void when_there_are_more_than_fit_on_a_page_then_the_rest_follows() {
      worker.deliver(leadCaptured(acme()), messageTaken(acme()));

      var first = list.call(request().as(acme().owner()).query("limit", "3")).json();
      var second =
          list.call(
                  request()
                      .as(acme().owner())
                      .query("limit", "3")
                      .query("cursor", first.path("next").asText()))
              .json();

      assertThat(first.path("items")).hasSize(3);
      assertThat(second.path("items")).hasSize(1);
      assertThat(second.path("next").isNull()).isTrue();
      assertThat(first.path("items").findValuesAsText("id"))
          .doesNotContainAnyElementsOf(second.path("items").findValuesAsText("id"));
    }

    @Test
    void when_somebody_of_Globex_looks_then_there_are_none() {
      worker.deliver(leadCaptured(acme()));

      assertThat(list.call(request().as(globex().owner())).json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"MANAGER", "AGENT"})
    void when_somebody_looks_who_may_not_then_it_is_refused(Role role) {
      var response = list.call(request().as(acme().as(role)));

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.problem()).isEqualTo("FORBIDDEN");
    }
  }
}
