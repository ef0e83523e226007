package com.hekax.phone.notifications.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.notifications.slack.SlackTest;
import com.hekax.phone.platform.tenancy.Role;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackRoutesTest extends SlackTest {
  private static final String PAGE = "/settings/integrations?";

  private static String location(TestResponse response) {
    assertThat(response.status()).isEqualTo(302);
    return response.header("location").orElseThrow();
  }

  @Nested
  class Given_an_owner_who_connects_Slack {

    @Test
    void when_he_allows_it_then_it_is_connected_and_its_token_is_sealed() {
      var way = begin(acme().owner());
      assertThat(way.url())
          .startsWith(sandbox.uri() + "/slack/oauth/v2/authorize?client_id=our-app&")
          .contains("incoming-webhook%2Cchat%3Awrite%2C");

      var answer = finish(allow(way, acmeTeam, "calls"));

      assertThat(location(answer)).isEqualTo(PAGE + "connected=slack");
      assertThat(answer.cookie("hekax_slack")).contains("");
      var connected = connectionOf(acme());
      assertThat(connected.path("status").asText()).isEqualTo("ACTIVE");
      assertThat(connected.path("teamName").asText())
          .isEqualTo("Workspace " + acmeTeam.substring(1));
      assertThat(connected.path("channelName").asText()).isEqualTo("#calls");
      assertThat(connected.path("connectedAt").asText()).isNotEmpty();
      var kept = rows("select encode(tokens, 'escape') as text from slack_connections").getFirst();
      assertThat(String.valueOf(kept.get("text"))).doesNotContain("xoxb-").doesNotContain("access");
    }

    @Test
    void when_he_declines_then_it_is_not_connected() {
      assertThat(location(finish(deny(begin(acme().owner()))))).isEqualTo(PAGE + "error=denied");
      assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("DISCONNECTED");
    }

    @Test
    void when_the_browser_comes_back_twice_then_the_second_time_is_refused() {
      var back = allow(begin(acme().owner()), acmeTeam, "calls");
      assertThat(location(finish(back))).contains("connected");

      assertThat(location(finish(back))).isEqualTo(PAGE + "error=expired");
      assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void when_he_takes_more_than_ten_minutes_then_it_is_refused() {
      var back = allow(begin(acme().owner()), acmeTeam, "calls");
      sql("update slack_authorizations set expires_at = now() - interval '1 second'");

      assertThat(location(finish(back))).isEqualTo(PAGE + "error=expired");
    }

    @Test
    void when_another_persons_browser_comes_back_then_it_is_refused_and_the_state_has_served() {
      // Somebody who was sent our link lets us into his own workspace: not for our sake.
      var back = allow(begin(acme().owner()), globexTeam, "calls");
      var other = begin(globex().owner());

      assertThat(location(finish(back.withCookie(other.cookie()))))
          .isEqualTo(PAGE + "error=expired");
      assertThat(location(finish(back))).isEqualTo(PAGE + "error=expired");
      assertThat(rows("select * from slack_connections")).isEmpty();
    }

    @Test
    void when_a_browser_without_the_cookie_comes_back_then_it_is_refused() {
      var back = allow(begin(acme().owner()), acmeTeam, "calls");

      assertThat(location(finish(back.withCookie("")))).isEqualTo(PAGE + "error=expired");
    }

    @Test
    void when_state_or_code_are_made_up_then_it_is_refused() {
      assertThat(location(finish(new Back(Map.of("state", "made-up", "code", "x"), "y"))))
          .isEqualTo(PAGE + "error=expired");
      assertThat(location(finish(new Back(Map.of("code", "x"), "y"))))
          .isEqualTo(PAGE + "error=expired");
      var back = allow(begin(acme().owner()), acmeTeam, "calls");
      var state = back.query().getOrDefault("state", "");
      assertThat(location(finish(new Back(Map.of("state", state, "code", "x"), back.cookie()))))
          .isEqualTo(PAGE + "error=expired");
    }

    @Test
    void when_less_is_allowed_than_is_needed_then_it_is_not_connected() {
      var way = begin(acme().owner());
      var less = new OnTheWay(way.url().replace("%2Cchannels%3Ahistory", ""), way.cookie());

      assertThat(location(finish(allow(less, acmeTeam, "calls"))))
          .isEqualTo(PAGE + "error=missing_scopes");
    }

    @Test
    void when_the_channel_is_private_then_it_is_connected_once_we_were_asked_in() {
      assertThat(location(finish(allow(begin(acme().owner()), acmeTeam, "front-desk"))))
          .isEqualTo(PAGE + "error=not_in_channel");

      slack.invite(acmeTeam, "front-desk", true);
      connect(acme(), acmeTeam, "front-desk");

      assertThat(connectionOf(acme()).path("channelName").asText()).isEqualTo("front-desk");
    }

    @Test
    void when_Slack_is_out_of_order_then_it_can_be_tried_again() {
      var back = allow(begin(acme().owner()), acmeTeam, "calls");
      fail("slack-token", 503);

      assertThat(location(finish(back))).isEqualTo(PAGE + "error=unavailable");
    }

    @Test
    void when_he_is_no_longer_an_admin_as_he_comes_back_then_it_is_refused() {
      var admin = acme().as(Role.ADMIN);
      var back = allow(begin(admin), acmeTeam, "calls");
      sql("update memberships set role = 'AGENT' where user_id = ?", admin.user().value());
      try {
        assertThat(location(finish(back))).isEqualTo(PAGE + "error=not_allowed");
      } finally {
        sql("update memberships set role = 'ADMIN' where user_id = ?", admin.user().value());
      }
    }

    @Test
    void when_he_connects_another_channel_then_it_takes_the_place_of_the_first() {
      connect(acme(), acmeTeam, "calls");
      connect(acme(), acmeTeam, "general");

      assertThat(rows("select * from slack_connections")).hasSize(1);
      assertThat(connectionOf(acme()).path("channelName").asText()).isEqualTo("#general");
      worker.deliver(captured(acme()));
      assertThat(seen()).isEmpty();
      assertThat(slack.messages(acmeTeam, "general")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MANAGER", "AGENT"})
  void when_a_role_may_not_manage_notifications_then_it_is_refused(Role role) {
    connect(acme(), acmeTeam, "calls");
    var member = acme().as(role);

    assertThat(connection.call(request().as(member)).status()).isEqualTo(403);
    assertThat(begin.call(request().as(member)).status()).isEqualTo(403);
    assertThat(delete.call(request().as(member)).status()).isEqualTo(403);
    assertThat(deliveries.call(request().as(member)).status()).isEqualTo(403);
    assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("ACTIVE");
  }

  @Nested
  class Given_a_connection {

    @Test
    void when_another_business_asks_then_it_has_none_and_ends_none() {
      connect(acme(), acmeTeam, "calls");
      worker.deliver(captured(acme()));

      assertThat(connectionOf(globex()).path("status").asText()).isEqualTo("DISCONNECTED");
      assertThat(connectionOf(globex()).path("channelName").isNull()).isTrue();
      assertThat(deliveries.call(request().as(globex().owner())).json().path("items")).isEmpty();
      assertThat(delete.call(request().as(globex().owner())).status()).isEqualTo(404);
      assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void when_it_is_disconnected_then_nothing_is_told_and_the_tokens_are_forgotten() {
      connect(acme(), acmeTeam, "calls");
      fail("slack", 503);
      worker.deliver(captured(acme()));
      failNoMore();

      assertThat(delete.call(request().as(acme().owner())).status()).isEqualTo(204);

      assertThat(connectionOf(acme()).path("status").asText()).isEqualTo("DISCONNECTED");
      assertThat(rows("select tokens from slack_connections").getFirst())
          .containsEntry("tokens", null);
      assertThat(delivery()).containsEntry("status", "FAILED");
      worker.deliver(captured(acme()));
      job.run();
      assertThat(seen()).isEmpty();
      assertThat(delete.call(request().as(acme().owner())).status()).isEqualTo(404);
    }

    @Test
    void when_the_log_is_asked_for_then_it_says_what_was_told_newest_first_page_by_page() {
      connect(acme(), acmeTeam, "calls");
      worker.deliver(captured(acme()));
      fail("slack", 503);
      worker.deliver(voicemail(acme()));

      var first = deliveries.call(request().as(acme().owner()).query("limit", 1)).json();
      var newest = first.path("items").path(0);
      assertThat(newest.path("eventType").asText()).isEqualTo("VOICEMAIL_LEFT");
      assertThat(newest.path("status").asText()).isEqualTo("WAITING");
      assertThat(newest.path("attempts").path(0).path("status").asInt()).isEqualTo(503);
      assertThat(newest.path("attempts").path(0).path("error").asText())
          .isEqualTo("Slack had a problem of its own.");
      var second =
          deliveries
              .call(
                  request()
                      .as(acme().owner())
                      .query("limit", 1)
                      .query("cursor", first.path("next").asText()))
              .json();
      assertThat(second.path("items").path(0).path("eventType").asText())
          .isEqualTo("LEAD_CAPTURED");
      assertThat(second.path("items").path(0).path("status").asText()).isEqualTo("DELIVERED");
      assertThat(second.path("next").isNull()).isTrue();
    }
  }
}
