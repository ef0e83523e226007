package com.hekax.phone.crm.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.crm.CrmTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.platform.tenancy.Role;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrmRoutesTest extends CrmTest {

  private String location(com.hekax.phone.fixtures.TestResponse response) {
    assertThat(response.status()).isEqualTo(302);
    return response.header("location").orElseThrow();
  }

  private String connectionOf(Organization organization) {
    return connections
        .call(request().as(organization.owner()))
        .json()
        .path("items")
        .path(0)
        .path("id")
        .asText();
  }

  private void plan(String plan) {
    sql("update organizations set plan = ? where organization_id = ?", plan, acme().id().value());
  }

  @Nested
  class Given_an_owner_who_connects_HubSpot {

    @Test
    void when_he_allows_it_then_it_is_connected_and_its_tokens_are_sealed() {
      var way = begin(acme().owner());
      assertThat(way.url())
          .startsWith(sandbox.uri() + "/hubspot/oauth/authorize?client_id=our-app&")
          .contains("code_challenge_method=S256", "crm.objects.contacts.write");

      var answer = finish(allow(way, ACME_PORTAL));

      assertThat(location(answer)).isEqualTo("/settings/integrations?connected=hubspot");
      assertThat(answer.cookie("hekax_crm")).contains("");
      var item = connections.call(request().as(acme().owner())).json().path("items").path(0);
      assertThat(item.path("provider").asText()).isEqualTo("HUBSPOT");
      assertThat(item.path("accountId").asText()).isEqualTo(Long.toString(ACME_PORTAL));
      assertThat(item.path("accountName").asText()).isEqualTo("portal-1001.example");
      assertThat(item.path("status").asText()).isEqualTo("ACTIVE");
      var kept = rows("select encode(tokens, 'escape') as text from crm_connections").getFirst();
      assertThat(String.valueOf(kept.get("text"))).doesNotContain("na1-").doesNotContain("refresh");
    }

    @Test
    void when_he_declines_then_it_is_not_connected() {
      assertThat(location(finish(deny(begin(acme().owner())))))
          .isEqualTo("/settings/integrations?error=denied");
      assertThat(connections.call(request().as(acme().owner())).json().path("items")).isEmpty();
    }

    @Test
    void when_the_browser_comes_back_twice_then_the_second_time_is_refused() {
      var back = allow(begin(acme().owner()), ACME_PORTAL);
      assertThat(location(finish(back))).contains("connected");

      assertThat(location(finish(back))).isEqualTo("/settings/integrations?error=expired");
      assertThat(connectionOf(acme())).isNotEmpty();
    }

    @Test
    void when_he_takes_more_than_ten_minutes_then_it_is_refused() {
      var back = allow(begin(acme().owner()), ACME_PORTAL);
      sql("update crm_authorizations set expires_at = now() - interval '1 second'");

      assertThat(location(finish(back))).isEqualTo("/settings/integrations?error=expired");
    }

    @Test
    void when_another_persons_browser_comes_back_then_it_is_refused() {
      // Somebody who was sent our link lets us into his own portal: not for our sake.
      var back = allow(begin(acme().owner()), GLOBEX_PORTAL);
      var other = begin(globex().owner());

      assertThat(location(finish(back.withCookie(other.cookie()))))
          .isEqualTo("/settings/integrations?error=expired");
      assertThat(location(finish(back))).as("the state has served").contains("expired");
    }

    @Test
    void when_another_person_is_sent_the_question_without_its_challenge_then_it_is_refused() {
      // HubSpot does not compare what it was not given, so that we do not rest on it.
      var way = begin(acme().owner());
      var bare = new OnTheWay(way.url().replaceAll("&code_challenge[^&]*", ""), way.cookie());
      var other = begin(globex().owner());

      var back = allow(bare, GLOBEX_PORTAL).withCookie(other.cookie());

      assertThat(location(finish(back))).isEqualTo("/settings/integrations?error=expired");
      assertThat(rows("select * from crm_connections")).isEmpty();
    }

    @Test
    void when_a_browser_without_the_cookie_comes_back_then_it_is_refused() {
      var back = allow(begin(acme().owner()), ACME_PORTAL);

      assertThat(location(finish(back.withCookie(""))))
          .isEqualTo("/settings/integrations?error=expired");
    }

    @Test
    void when_the_state_is_made_up_then_it_is_refused() {
      assertThat(location(finish(new Back(Map.of("state", "made-up", "code", "x"), "y"))))
          .isEqualTo("/settings/integrations?error=expired");
      assertThat(location(finish(new Back(Map.of("code", "x"), "y"))))
          .isEqualTo("/settings/integrations?error=expired");
    }

    @Test
    void when_the_code_is_made_up_then_it_is_refused() {
      var back = allow(begin(acme().owner()), ACME_PORTAL);
      var state = back.query().getOrDefault("state", "");

      assertThat(location(finish(new Back(Map.of("state", state, "code", "x"), back.cookie()))))
          .isEqualTo("/settings/integrations?error=expired");
    }

    @Test
    void when_less_is_allowed_than_is_needed_then_it_is_not_connected() {
      var way = begin(acme().owner());
      var less = new OnTheWay(way.url().replace("+crm.objects.contacts.write", ""), way.cookie());

      assertThat(location(finish(allow(less, ACME_PORTAL))))
          .isEqualTo("/settings/integrations?error=missing_scopes");
    }

    @Test
    void when_HubSpot_is_out_of_order_then_it_can_be_tried_again() {
      var back = allow(begin(acme().owner()), ACME_PORTAL);
      fail("hubspot-token", 503);

      assertThat(location(finish(back))).isEqualTo("/settings/integrations?error=unavailable");
    }

    @Test
    void when_he_is_no_longer_an_owner_as_he_comes_back_then_it_is_refused() {
      var back = allow(begin(acme().as(Role.ADMIN)), ACME_PORTAL);
      sql(
          "update memberships set role = 'AGENT' where user_id = ?",
          acme().as(Role.ADMIN).user().value());
      try {
        assertThat(location(finish(back))).isEqualTo("/settings/integrations?error=not_allowed");
      } finally {
        sql(
            "update memberships set role = 'ADMIN' where user_id = ?",
            acme().as(Role.ADMIN).user().value());
      }
    }

    @Test
    void when_he_connects_another_portal_then_it_takes_the_place_of_the_first() {
      connect(acme(), ACME_PORTAL);

      connect(acme(), GLOBEX_PORTAL);

      var items = connections.call(request().as(acme().owner())).json().path("items");
      assertThat(items).hasSize(1);
      assertThat(items.path(0).path("accountId").asText()).isEqualTo(Long.toString(GLOBEX_PORTAL));
    }

    @Test
    void when_he_connects_the_same_portal_again_then_it_is_the_same_connection() {
      connect(acme(), ACME_PORTAL);
      var first = connectionOf(acme());

      connect(acme(), ACME_PORTAL);

      assertThat(connectionOf(acme())).isEqualTo(first);
    }

    @Test
    void when_the_plan_has_no_CRM_then_it_is_refused() {
      plan("STARTER");
      try {
        var answer = begin.call(request().as(acme().owner()).json(Map.of("provider", "HUBSPOT")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("PLAN_LIMIT");
      } finally {
        plan("TRIAL");
      }
    }

    @Test
    void when_the_provider_is_not_known_then_the_field_is_named() {
      var answer = begin.call(request().as(acme().owner()).json(Map.of("provider", "EXCEL")));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.wrongFields()).containsExactly("provider");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MANAGER", "AGENT"})
  void when_a_role_may_not_manage_the_CRM_then_it_is_refused(Role role) {
    connect(acme(), ACME_PORTAL);
    var member = acme().as(role);

    assertThat(connections.call(request().as(member)).status()).isEqualTo(403);
    assertThat(begin.call(request().as(member).json(Map.of("provider", "HUBSPOT"))).status())
        .isEqualTo(403);
    assertThat(
            deliveries
                .call(request().as(member).path("crmConnectionId", connectionOf(acme())))
                .status())
        .isEqualTo(403);
    assertThat(
            delete
                .call(request().as(member).path("crmConnectionId", connectionOf(acme())))
                .status())
        .isEqualTo(403);
  }

  @Nested
  class Given_a_connection {

    @Test
    void when_it_is_disconnected_then_it_is_gone_and_HubSpot_knows() {
      connect(acme(), ACME_PORTAL);
      var id = connectionOf(acme());

      assertThat(delete.call(request().as(acme().owner()).path("crmConnectionId", id)).status())
          .isEqualTo(204);

      assertThat(connections.call(request().as(acme().owner())).json().path("items")).isEmpty();
      assertThat(hubSpot.isInstalled(ACME_PORTAL)).isFalse();
      assertThat(rows("select tokens from crm_connections").getFirst())
          .containsEntry("tokens", null);
      assertThat(delete.call(request().as(acme().owner()).path("crmConnectionId", id)).status())
          .isEqualTo(404);
    }

    @Test
    void when_HubSpot_is_out_of_order_then_it_is_disconnected_all_the_same() {
      connect(acme(), ACME_PORTAL);
      var id = connectionOf(acme());
      fail("hubspot-token", 500);

      assertThat(delete.call(request().as(acme().owner()).path("crmConnectionId", id)).status())
          .isEqualTo(204);
      assertThat(connections.call(request().as(acme().owner())).json().path("items")).isEmpty();
    }

    @Test
    void when_another_business_asks_then_it_is_not_there() {
      connect(acme(), ACME_PORTAL);

      assertThat(connections.call(request().as(globex().owner())).json().path("items")).isEmpty();
      var answer =
          delete.call(request().as(globex().owner()).path("crmConnectionId", connectionOf(acme())));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(hubSpot.isInstalled(ACME_PORTAL)).isTrue();
    }
  }

  @Nested
  class Given_a_lead_that_HubSpot_took_at_the_second_attempt {

    @BeforeEach
    void given() {
      connect(acme(), ACME_PORTAL);
      fail("hubspot", 503);
      worker.deliver(captured(acme(), lead));
      failNoMore("hubspot");
      afterAWhile();
    }

    private final LeadDetails lead = lead(CallId.create());

    @Test
    void when_the_log_is_asked_for_then_it_tells_both_attempts() {
      var answer =
          deliveries.call(
              request().as(acme().owner()).path("crmConnectionId", connectionOf(acme())));

      var items = answer.json().path("items");
      assertThat(items).hasSize(1);
      assertThat(items.at("/0/leadId").asText()).isEqualTo(lead.id().toString());
      assertThat(items.at("/0/status").asText()).isEqualTo("DELIVERED");
      assertThat(items.at("/0/attempts")).hasSize(2);
      assertThat(items.at("/0/attempts/0/error").asText()).isEqualTo("HubSpot answered 503.");
      assertThat(items.at("/0/attempts/1/error").isNull()).isTrue();
    }

    @Test
    void when_another_business_asks_then_it_is_not_there() {
      var answer =
          deliveries.call(
              request().as(globex().owner()).path("crmConnectionId", connectionOf(acme())));

      assertThat(answer.status()).isEqualTo(404);
    }
  }

  @Nested
  class Given_leads_in_HubSpot {

    @Test
    void when_links_are_asked_for_then_they_are_those_of_the_lead_or_call() {
      connect(acme(), ACME_PORTAL);
      var call = CallId.create();
      var lead = lead(call);
      worker.deliver(captured(acme(), lead), ended(acme(), call));
      worker.deliver(
          captured(
              acme(),
              lead("Ann Lee", Optional.of("+14155550133"), Optional.empty(), Optional.empty())));

      var all = links.call(request().as(acme().agent())).json().path("items");
      var ofLead =
          links.call(request().as(acme().agent()).query("leadId", lead.id())).json().path("items");
      var ofCall =
          links.call(request().as(acme().agent()).query("callId", call)).json().path("items");

      assertThat(all).hasSize(3);
      assertThat(ofLead).hasSize(2);
      assertThat(ofCall).isEqualTo(ofLead);
      assertThat(ofLead.valueStream().map(one -> one.path("kind").asText()))
          .containsExactlyInAnyOrder("CONTACT", "CALL");
      assertThat(ofLead)
          .allSatisfy(
              one -> {
                assertThat(one.path("state").asText()).isEqualTo("SYNCED");
                assertThat(one.path("url").asText()).startsWith(sandbox.uri().toString());
                assertThat(one.path("syncedAt").asText()).isNotEmpty();
              });
    }

    @Test
    void when_the_list_is_long_then_its_pages_hold_all_once() {
      connect(acme(), ACME_PORTAL);
      var call = CallId.create();
      worker.deliver(captured(acme(), lead(call)), ended(acme(), call));

      var first = links.call(request().as(acme().agent()).query("limit", 1)).json();
      var second =
          links
              .call(
                  request()
                      .as(acme().agent())
                      .query("limit", 1)
                      .query("cursor", first.path("next").asText()))
              .json();

      assertThat(first.path("items")).hasSize(1);
      assertThat(second.path("items")).hasSize(1);
      assertThat(second.path("next").isNull()).isTrue();
      assertThat(first.path("items")).isNotEqualTo(second.path("items"));
    }

    @Test
    void when_another_business_asks_then_it_sees_none() {
      connect(acme(), ACME_PORTAL);
      var call = CallId.create();
      var lead = lead(call);
      worker.deliver(captured(acme(), lead), ended(acme(), call));

      assertThat(links.call(request().as(globex().owner())).json().path("items")).isEmpty();
      assertThat(
              links
                  .call(request().as(globex().owner()).query("leadId", lead.id()))
                  .json()
                  .path("items"))
          .isEmpty();
    }

    @Test
    void when_the_credential_of_a_call_asks_then_it_is_refused() {
      assertThat(links.call(request().as(acme().ongoing(CallId.create()))).status()).isEqualTo(403);
    }
  }
}
