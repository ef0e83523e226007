package com.hekax.phone.sandbox.slack;

import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.FaultFilter;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * The address that belongs to the channel somebody picked. It answers with words and statuses, not
 * as the Web API does, and works in channels that the bot was not asked into.
 */
final class IncomingWebhookRoutes implements HttpService {
  private final SlackState state;

  IncomingWebhookRoutes(SlackState state) {
    this.state = state;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/services/{team}/{channel}/{secret}", this::post);
  }

  private void post(ServerRequest request, ServerResponse response) {
    var team = FaultFilter.path(request, "team");
    var channel = state.workspace(team).find(FaultFilter.path(request, "channel"));
    if (!state.tokens().isInstalled(team)) {
      response.status(Status.NOT_FOUND_404).send("no_service");
    } else if (channel.isEmpty()) {
      response.status(Status.NOT_FOUND_404).send("channel_not_found");
    } else if (channel.get().isArchived()) {
      response.status(Status.GONE_410).send("channel_is_archived");
    } else {
      post(channel.get(), request, response);
    }
  }

  private void post(Channel channel, ServerRequest request, ServerResponse response) {
    try {
      var content = MessageRules.read(SandboxJson.read(request));
      state.messages().count(channel.id());
      channel.post(content, state.clock().instant());
      response.send("ok");
    } catch (SlackError refused) {
      response.status(Status.BAD_REQUEST_400).send(refused.word());
    } catch (SlackBusyException busy) {
      response
          .status(Status.TOO_MANY_REQUESTS_429)
          .header(HeaderNames.RETRY_AFTER, Long.toString(busy.seconds()))
          .send("rate_limited");
    }
  }
}
