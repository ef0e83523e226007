package com.hekax.phone.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.slack.TokenDesk.Grant;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The methods of the Web API, each in the name of the bot whose token comes with it. */
final class ApiRoutes implements HttpService {
  private final SlackState state;
  private final Guard guard;

  ApiRoutes(SlackState state, Guard guard) {
    this.state = state;
    this.guard = guard;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/auth.test", guard.of("token", this::test))
        .post("/api/auth.revoke", guard.of("token", this::revoke))
        .get("/api/conversations.list", guard.of("channels", this::list))
        .post("/api/conversations.join", guard.of("channels", this::join))
        .get("/api/conversations.history", guard.of("history", this::history))
        .post("/api/chat.postMessage", guard.of("messages", this::post));
  }

  private Map<String, Object> test(ServerRequest request) {
    var grant = authorize(request, "");
    return Map.of(
        "url",
        "https://%s.slack.example/".formatted(grant.teamId().toLowerCase(Locale.ROOT)),
        "team",
        state.workspace(grant.teamId()).name(),
        "user",
        "hekax_phone",
        "team_id",
        grant.teamId(),
        "user_id",
        "U0000000001",
        "bot_id",
        "B0000000001");
  }

  private Map<String, Object> revoke(ServerRequest request) {
    authorize(request, "");
    state.tokens().revoke(token(request));
    return Map.of("revoked", true);
  }

  private Map<String, Object> list(ServerRequest request) {
    var workspace = state.workspace(authorize(request, "channels:read").teamId());
    int limit = Integer.parseInt(query(request, "limit", "100"));
    int from = Integer.parseInt(query(request, "cursor", "0"));
    // Private ones are not listed to a bot that was not asked in.
    var seen =
        workspace.channels().stream().filter(one -> !one.isPrivate() || one.isMember()).toList();
    int to = Math.min(seen.size(), from + limit);
    return Map.of(
        "channels",
        seen.subList(Math.min(from, to), to).stream().map(ApiRoutes::json).toList(),
        "response_metadata",
        Map.of("next_cursor", to < seen.size() ? Integer.toString(to) : ""));
  }

  private Map<String, Object> join(ServerRequest request) {
    var workspace = state.workspace(authorize(request, "channels:join").teamId());
    var channel = find(workspace, SandboxJson.read(request).path("channel").asText(""));
    if (channel.isPrivate()) {
      throw SlackError.of("method_not_supported_for_channel_type");
    }
    if (channel.isArchived()) {
      throw SlackError.of("is_archived");
    }
    channel.member(true);
    return Map.of("channel", json(channel));
  }

  private Map<String, Object> history(ServerRequest request) {
    var grant = authorize(request, "");
    var channel = find(state.workspace(grant.teamId()), query(request, "channel", ""));
    var scope = channel.isPrivate() ? "groups:history" : "channels:history";
    authorize(request, scope);
    if (!channel.isMember()) {
      throw SlackError.of("not_in_channel");
    }
    state.history().count(grant.teamId());
    int limit = Math.min(state.historyPage(), Integer.parseInt(query(request, "limit", "100")));
    int from = Integer.parseInt(query(request, "cursor", "0"));
    boolean withMetadata = query(request, "include_all_metadata", "false").equals("true");
    var found = within(request, channel.messages());
    int to = Math.min(found.size(), from + limit);
    var answer = new LinkedHashMap<String, Object>();
    answer.put(
        "messages",
        found.subList(Math.min(from, to), to).stream()
            .map(message -> message.json(withMetadata))
            .toList());
    answer.put("has_more", to < found.size());
    if (to < found.size()) {
      answer.put("response_metadata", Map.of("next_cursor", Integer.toString(to)));
    }
    return answer;
  }

  /** Newest first; the ends themselves only for whoever says {@code inclusive}. */
  private static List<PostedMessage> within(ServerRequest request, List<PostedMessage> messages) {
    var oldest = new BigDecimal(query(request, "oldest", "0"));
    var latest = new BigDecimal(query(request, "latest", "99999999999"));
    int ends = query(request, "inclusive", "false").equals("true") ? 0 : 1;
    return messages.reversed().stream()
        .filter(
            message -> {
              var ts = new BigDecimal(message.ts());
              return ts.compareTo(oldest) >= ends && latest.compareTo(ts) >= ends;
            })
        .toList();
  }

  private Map<String, Object> post(ServerRequest request) {
    var grant = authorize(request, "chat:write");
    var body = SandboxJson.read(request);
    var channel = writable(grant, body);
    var content = MessageRules.read(body);
    state.messages().count(channel.id());
    var message = channel.post(content, state.clock().instant());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("channel", channel.id());
    answer.put("ts", message.ts());
    answer.put("message", message.json(true));
    return answer;
  }

  private Channel writable(Grant grant, JsonNode body) {
    var channel = find(state.workspace(grant.teamId()), body.path("channel").asText(""));
    if (channel.isArchived()) {
      throw SlackError.of("is_archived");
    }
    if (!channel.isMember() && channel.isPrivate()) {
      throw SlackError.of("channel_not_found");
    }
    if (!channel.isMember() && !grant.scopes().contains("chat:write.public")) {
      throw SlackError.of("not_in_channel");
    }
    return channel;
  }

  private static Channel find(Workspace workspace, String channel) {
    return workspace.find(channel).orElseThrow(() -> SlackError.of("channel_not_found"));
  }

  private Grant authorize(ServerRequest request, String scope) {
    return state.tokens().authorize(token(request), scope);
  }

  private static String token(ServerRequest request) {
    var header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
  }

  private static String query(ServerRequest request, String name, String otherwise) {
    return request.query().first(name).filter(value -> !value.isEmpty()).orElse(otherwise);
  }

  private static Map<String, Object> json(Channel channel) {
    return Map.of(
        "id", channel.id(),
        "name", channel.name(),
        "is_channel", !channel.isPrivate(),
        "is_private", channel.isPrivate(),
        "is_archived", channel.isArchived(),
        "is_member", channel.isMember());
  }
}
