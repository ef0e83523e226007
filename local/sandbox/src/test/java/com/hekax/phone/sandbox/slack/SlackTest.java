package com.hekax.phone.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.sandbox.Form;
import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.console.Faults.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in against what Slack publishes of itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class SlackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEAM = "T0ACME";
  private static final String CALLBACK =
      "https://phone.example.com/api/notifications/slack/callback";
  private static final String SCOPES =
      "chat:write,chat:write.public,channels:read,channels:join,channels:history,groups:history,incoming-webhook";

  private final HttpClient client = HttpClient.newHttpClient();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private Sandbox sandbox;
  private Slack slack;
  private String token = "";
  private String channel = "";

  private record Answer(int status, JsonNode json, HttpResponse<String> response) {
    String error() {
      assertThat(status).isEqualTo(200);
      assertThat(json.path("ok").asBoolean(true)).isFalse();
      return json.path("error").asText();
    }
  }

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(0, () -> now);
    slack = sandbox.slack();
    install(SCOPES, "calls");
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  private JsonNode install(String scopes, String channelName) throws Exception {
    var answer = access(Map.of("code", code(scopes, channelName), "redirect_uri", CALLBACK)).json();
    token = answer.path("access_token").asText();
    channel = answer.path("incoming_webhook").path("channel_id").asText();
    return answer;
  }

  private Map<String, String> back(String scopes, String more) throws Exception {
    var query =
        "/oauth/v2/authorize?client_id=our-app&state=s-1&team=%s&scope=%s&redirect_uri=%s%s"
            .formatted(TEAM, Form.encoded(scopes), Form.encoded(CALLBACK), more);
    var response = send(request(query).GET()).response();
    var location = response.headers().firstValue("location").orElseThrow();
    assertThat(location).startsWith(CALLBACK + "?");
    var fields = new LinkedHashMap<String, String>();
    for (var pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
      fields.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }
    return fields;
  }

  private String code(String scopes, String channelName) throws Exception {
    return back(scopes, "&auto=true&channel=" + channelName).getOrDefault("code", "");
  }

  private Answer access(Map<String, String> form) throws Exception {
    var basic =
        Base64.getEncoder().encodeToString("our-app:secret".getBytes(StandardCharsets.UTF_8));
    return send(
        request("/api/oauth.v2.access")
            .setHeader("authorization", "Basic " + basic)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    form.entrySet().stream()
                        .map(one -> one.getKey() + "=" + Form.encoded(one.getValue()))
                        .collect(Collectors.joining("&")))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.uri() + "/slack" + path))
        .setHeader("authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = client.send(request.build(), BodyHandlers.ofString());
    var isJson = response.headers().firstValue("content-type").orElse("").contains("json");
    return new Answer(
        response.statusCode(), JSON.readTree(isJson ? response.body() : "{}"), response);
  }

  private Answer post(String method, Map<String, ?> body) throws Exception {
    return send(
        request("/api/" + method)
            .header("content-type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private Answer write(String text) throws Exception {
    return post("chat.postMessage", Map.of("channel", channel, "text", text));
  }

  private Answer history(String query) throws Exception {
    return send(request("/api/conversations.history?channel=" + channel + query).GET());
  }

  private void fail(String target, int status) {
    sandbox
        .faults()
        .plan(target, new Fault(status, Duration.ZERO, Optional.of(7)), Duration.ofMinutes(5));
  }

  @Nested
  class Given_somebody_who_is_asked {

    @Test
    void when_he_agrees_then_the_code_gives_a_token_that_does_not_end_and_the_picked_channel()
        throws Exception {
      var answer = install(SCOPES, "general");

      assertThat(answer.path("ok").asBoolean()).isTrue();
      assertThat(answer.path("access_token").asText()).startsWith("xoxb-");
      assertThat(answer.has("refresh_token")).isFalse();
      assertThat(answer.path("team").path("id").asText()).isEqualTo(TEAM);
      assertThat(answer.path("incoming_webhook").path("channel").asText()).isEqualTo("#general");
      now = now.plus(Duration.ofDays(400));
      assertThat(post("auth.test", Map.of()).json().path("team_id").asText()).isEqualTo(TEAM);
    }

    @Test
    void when_he_declines_then_the_browser_says_so_and_brings_the_state() throws Exception {
      assertThat(back(SCOPES, "&auto=false"))
          .containsEntry("error", "access_denied")
          .containsEntry("state", "s-1");
    }

    @Test
    void when_a_person_looks_then_the_page_names_the_scopes_and_the_channels() throws Exception {
      var page =
          send(request("/oauth/v2/authorize?client_id=our-app&scope=chat:write").GET()).response();

      assertThat(page.body()).contains("chat:write", "#calls", "private: front-desk");
    }

    @Test
    void when_a_code_comes_twice_or_late_or_from_elsewhere_then_it_is_refused() throws Exception {
      var code = code(SCOPES, "calls");
      assertThat(access(Map.of("code", code, "redirect_uri", "https://other.example")).error())
          .isEqualTo("bad_redirect_uri");
      assertThat(access(Map.of("code", code, "redirect_uri", CALLBACK)).error())
          .isEqualTo("invalid_code");

      var late = code(SCOPES, "calls");
      now = now.plus(Duration.ofMinutes(11));
      assertThat(access(Map.of("code", late, "redirect_uri", CALLBACK)).error())
          .isEqualTo("invalid_code");
    }
  }

  @Nested
  class Given_an_app_with_token_rotation {

    @Test
    void when_its_token_ends_then_the_refresh_token_gives_another_pair_once() throws Exception {
      slack.rotation(true, Duration.ofHours(12));
      var first = install(SCOPES, "calls");
      assertThat(first.path("expires_in").asInt()).isEqualTo(43_200);
      assertThat(first.path("access_token").asText()).startsWith("xoxe.xoxb-");

      now = now.plus(Duration.ofHours(12));
      assertThat(write("late").error()).isEqualTo("token_expired");

      var form =
          Map.of(
              "grant_type", "refresh_token", "refresh_token", first.path("refresh_token").asText());
      token = access(form).json().path("access_token").asText();
      assertThat(write("in time").json().path("ok").asBoolean()).isTrue();
      assertThat(access(form).error()).isEqualTo("invalid_refresh_token");
    }
  }

  @Nested
  class Given_a_bot_in_a_workspace {

    @Test
    void when_it_writes_then_the_channel_has_the_message() throws Exception {
      var answer =
          post(
              "chat.postMessage",
              Map.of(
                  "channel",
                  channel,
                  "text",
                  "New lead",
                  "blocks",
                  List.of(
                      Map.of(
                          "type",
                          "section",
                          "text",
                          Map.of("type", "mrkdwn", "text", "*New lead*"))),
                  "metadata",
                  Map.of("event_type", "told", "event_payload", Map.of("id", "e-1"))));

      assertThat(answer.json().path("ts").asText()).matches("\\d{10}\\.\\d{6}");
      assertThat(answer.json().path("channel").asText()).isEqualTo(channel);
      var kept = slack.messages(TEAM, "calls").getFirst();
      assertThat(kept.text()).isEqualTo("New lead");
      assertThat(kept.metadata()).contains("e-1");
      var shown = send(request("/messages").header("accept", "application/json").GET()).json();
      assertThat(shown.toString()).contains("New lead");
      assertThat(send(request("/messages").GET()).response().body()).contains("New lead");
    }

    @ParameterizedTest
    @CsvSource({
      "'{\"text\": \"x\"}', channel_not_found",
      "'{\"channel\": \"calls\"}', no_text",
      "'{\"channel\": \"calls\", \"text\": \"x\", \"blocks\": [{\"type\": \"nonsense\"}]}', invalid_blocks",
      "'{\"channel\": \"calls\", \"text\": \"x\", \"metadata\": {\"event_type\": \"told\"}}', invalid_metadata_format",
      "'{\"channel\": \"front-desk\", \"text\": \"x\"}', channel_not_found",
    })
    void when_a_message_is_not_of_the_documented_form_then_it_is_refused_in_words(
        String body, String error) throws Exception {
      var answer = send(request("/api/chat.postMessage").POST(BodyPublishers.ofString(body)));

      assertThat(answer.error()).isEqualTo(error);
    }

    @Test
    void when_it_writes_too_much_at_once_then_it_is_told_how_long_to_wait() throws Exception {
      slack.messageBurst(1);
      assertThat(write("one").json().path("ok").asBoolean()).isTrue();

      var busy = write("two");
      assertThat(busy.status()).isEqualTo(429);
      assertThat(busy.response().headers().firstValue("retry-after")).contains("1");
      assertThat(busy.json().path("error").asText()).isEqualTo("ratelimited");

      now = now.plusSeconds(1);
      assertThat(write("two").json().path("ok").asBoolean()).isTrue();
      assertThat(slack.messages(TEAM, "calls")).hasSize(2);
    }

    @Test
    void when_it_is_in_the_channel_then_it_reads_its_own_metadata_page_by_page() throws Exception {
      assertThat(history("").error()).isEqualTo("not_in_channel");
      assertThat(
              post("conversations.join", Map.of("channel", channel)).json().path("ok").asBoolean())
          .isTrue();
      slack.say(TEAM, "calls", "before");
      now = now.plusSeconds(10);
      var written =
          post(
              "chat.postMessage",
              Map.of(
                  "channel",
                  channel,
                  "text",
                  "told",
                  "metadata",
                  Map.of("event_type", "told", "event_payload", Map.of("id", "e-1"))));
      slack.say(TEAM, "calls", "right after");
      var ts = written.json().path("ts").asText();

      var page = history("&limit=1&inclusive=true&oldest=" + ts).json();
      assertThat(page.path("messages").path(0).path("text").asText()).isEqualTo("right after");
      assertThat(page.path("has_more").asBoolean()).isTrue();
      var cursor = page.path("response_metadata").path("next_cursor").asText();
      var next =
          history(
                  "&limit=1&inclusive=true&include_all_metadata=true&oldest="
                      + ts
                      + "&cursor="
                      + cursor)
              .json();
      assertThat(next.path("messages").path(0).path("metadata").toString()).contains("e-1");
      assertThat(next.path("has_more").asBoolean()).isFalse();
      assertThat(history("&oldest=" + ts).json().path("messages")).hasSize(1);
    }

    @Test
    void when_the_channel_is_private_then_it_cannot_join_and_reads_when_it_was_asked_in()
        throws Exception {
      install(SCOPES, "front-desk");
      assertThat(post("conversations.join", Map.of("channel", channel)).error())
          .isEqualTo("method_not_supported_for_channel_type");
      assertThat(write("x").error()).isEqualTo("channel_not_found");

      slack.invite(TEAM, "front-desk", true);
      assertThat(write("x").json().path("ok").asBoolean()).isTrue();
      assertThat(history("").json().path("messages")).hasSize(1);
    }

    @Test
    void when_channels_are_listed_then_the_next_page_is_where_the_cursor_says() throws Exception {
      var first = send(request("/api/conversations.list?limit=1").GET()).json();
      assertThat(first.path("channels").path(0).path("name").asText()).isEqualTo("calls");
      var cursor = first.path("response_metadata").path("next_cursor").asText();
      var last = send(request("/api/conversations.list?limit=1&cursor=" + cursor).GET()).json();
      assertThat(last.path("channels").path(0).path("name").asText()).isEqualTo("general");
      assertThat(last.path("response_metadata").path("next_cursor").asText()).isEmpty();
    }

    @Test
    void when_its_access_is_gone_then_every_method_says_how() throws Exception {
      var good = token;
      token = "";
      assertThat(write("x").error()).isEqualTo("not_authed");
      token = "xoxb-made-up";
      assertThat(write("x").error()).isEqualTo("invalid_auth");
      token = good;
      assertThat(post("auth.revoke", Map.of()).json().path("revoked").asBoolean()).isTrue();
      assertThat(write("x").error()).isEqualTo("token_revoked");
      install("chat:write,incoming-webhook", "calls");
      assertThat(history("").error()).isEqualTo("missing_scope");
      slack.archive(TEAM, "calls");
      assertThat(post("chat.postMessage", Map.of("channel", "calls", "text", "x")).error())
          .isEqualTo("is_archived");
    }

    @Test
    void when_somebody_uses_the_incoming_webhook_then_it_answers_in_plain_words() throws Exception {
      var url = install(SCOPES, "front-desk").path("incoming_webhook").path("url").asText();
      var path = url.substring(url.indexOf("/services"));

      var good = send(request(path).POST(BodyPublishers.ofString("{\"text\":\"hello\"}")));
      assertThat(good.response().body()).isEqualTo("ok");
      assertThat(slack.messages(TEAM, "front-desk")).hasSize(1);
      var empty = send(request(path).POST(BodyPublishers.ofString("{}")));
      assertThat(empty.status()).isEqualTo(400);
      assertThat(empty.response().body()).isEqualTo("no_text");
      slack.uninstall(TEAM);
      assertThat(send(request(path).POST(BodyPublishers.ofString("{}"))).response().body())
          .isEqualTo("no_service");
    }
  }

  @Nested
  class Given_a_planned_fault {

    @Test
    void when_it_is_of_all_then_nothing_is_done() throws Exception {
      fail("slack", 503);
      assertThat(write("x").status()).isEqualTo(503);
      assertThat(slack.messages(TEAM, "calls")).isEmpty();
    }

    @Test
    void when_it_is_late_then_the_message_is_there_and_only_the_answer_lost() throws Exception {
      fail("slack-late", 502);
      assertThat(write("x").status()).isEqualTo(502);
      assertThat(slack.messages(TEAM, "calls")).hasSize(1);
    }

    @Test
    void when_Slack_is_busy_or_fails_inside_then_it_says_so_in_its_own_way() throws Exception {
      fail("slack-messages", 429);
      var busy = write("x");
      assertThat(busy.status()).isEqualTo(429);
      assertThat(busy.response().headers().firstValue("retry-after")).contains("7");
      sandbox.faults().clear("slack-messages");

      fail("slack-internal", 200);
      assertThat(write("x").error()).isEqualTo("internal_error");
    }
  }
}
