package com.hekax.phone.sandbox.slack;

import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.Html;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What people see: {@code GET /messages} with what was written to all channels, as a page or as
 * JSON, newest first. {@code PUT /settings} with {@code rotation} (and {@code accessTokenSeconds}),
 * {@code messageBurst} or {@code historyPage} changes how it behaves, {@code PUT /uninstalled} with
 * {@code team} ends all access to a workspace.
 */
final class MessagePages implements HttpService {
  private final SlackState state;

  MessagePages(SlackState state) {
    this.state = state;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/messages", this::messages)
        .put("/settings", this::settings)
        .put("/uninstalled", this::uninstall);
  }

  private void messages(ServerRequest request, ServerResponse response) {
    if (request.headers().first(HeaderNames.ACCEPT).orElse("").contains("json")) {
      SandboxJson.send(response, 200, state.workspaces().stream().map(MessagePages::json).toList());
    } else {
      Html.send(
          response,
          "Slack",
          state.workspaces().stream().map(MessagePages::table).collect(Collectors.joining()));
    }
  }

  private static Map<String, Object> json(Workspace workspace) {
    var json = new LinkedHashMap<String, Object>();
    json.put("teamId", workspace.teamId());
    json.put("name", workspace.name());
    json.put("channels", workspace.channels().stream().map(MessagePages::json).toList());
    return json;
  }

  private static Map<String, Object> json(Channel channel) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", channel.id());
    json.put("name", channel.name());
    json.put(
        "messages",
        channel.messages().reversed().stream().map(message -> message.json(true)).toList());
    return json;
  }

  private static String table(Workspace workspace) {
    var rows =
        workspace.channels().stream()
            .flatMap(
                channel ->
                    channel.messages().reversed().stream()
                        .map(
                            message ->
                                Html.row(
                                    message.at().toString(),
                                    channel.name(),
                                    message.content().text(),
                                    message.content().blocks().toPrettyString())))
            .collect(Collectors.joining());
    return """
        <h2>%s</h2>
        <table><tr><th>At<th>Channel<th>Text<th>Blocks</tr>%s</table>
        """
        .formatted(Html.escaped(workspace.name()), rows);
  }

  private void settings(ServerRequest request, ServerResponse response) {
    var body = SandboxJson.read(request);
    if (!body.isObject()) {
      SandboxJson.send(response, 400, Map.of("message", "Send {\"messageBurst\": 1}."));
      return;
    }
    if (body.has("rotation")) {
      state
          .tokens()
          .rotation(
              body.path("rotation").asBoolean(),
              Duration.ofSeconds(body.path("accessTokenSeconds").asLong(43_200)));
    }
    if (body.has("messageBurst")) {
      state.messages().change(body.path("messageBurst").asInt(), Duration.ofSeconds(1));
    }
    if (body.has("historyPage")) {
      state.historyPage(body.path("historyPage").asInt());
    }
    SandboxJson.send(response, 200, List.of());
  }

  private void uninstall(ServerRequest request, ServerResponse response) {
    state.tokens().uninstall(SandboxJson.read(request).path("team").asText());
    SandboxJson.send(response, 200, List.of());
  }
}
