package com.hekax.phone.sandbox.slack;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.hekax.phone.sandbox.console.Faults;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Slack at {@code /slack}: its page, its token endpoint, its Web API and its incoming webhooks. See
 * {@link Guard} for how it fails and {@link MessagePages} for what it shows. Every workspace has
 * the channels {@code calls}, {@code general} and the private {@code front-desk}.
 */
public final class Slack implements HttpService {
  private final SlackState state;
  private final List<HttpService> parts;

  public Slack(Faults faults, InstantSource clock, Supplier<URI> sandbox) {
    this.state = new SlackState(clock);
    var guard = new Guard(faults);
    this.parts =
        List.of(
            new OAuthRoutes(state, guard, sandbox),
            new ApiRoutes(state, guard),
            new IncomingWebhookRoutes(state),
            new MessagePages(state));
  }

  /**
   * A message in a channel.
   *
   * @param blocks as JSON; empty for none
   * @param metadata as the API shows it, as JSON; empty for none
   */
  public record Shown(String ts, String text, String blocks, String metadata) {}

  @Override
  public void routing(HttpRules rules) {
    parts.forEach(part -> part.routing(rules));
  }

  /** All tokens that were given, for tests that look where they stand. */
  public Set<String> tokens() {
    return state.tokens().tokens();
  }

  /** What was written to a channel, oldest first. */
  public List<Shown> messages(String teamId, String channel) {
    return channel(teamId, channel).messages().stream()
        .map(
            message ->
                new Shown(
                    message.ts(),
                    message.content().text(),
                    message.content().blocks().toString(),
                    message.content().metadata().toString()))
        .toList();
  }

  /** Writes a message, as somebody does who works there. */
  public void say(String teamId, String channel, String text) {
    var missing = MissingNode.getInstance();
    channel(teamId, channel)
        .post(new PostedMessage.Content(text, missing, missing), state.clock().instant());
  }

  /** Asks the bot into a channel, or out of it. */
  public void invite(String teamId, String channel, boolean in) {
    channel(teamId, channel).member(in);
  }

  /** Closes a channel for good. */
  public void archive(String teamId, String channel) {
    channel(teamId, channel).archive();
  }

  /** Ends all access to a workspace, as its owner does who removes the app there. */
  public void uninstall(String teamId) {
    state.tokens().uninstall(teamId);
  }

  /** Whether anybody has access to a workspace. */
  public boolean isInstalled(String teamId) {
    return state.tokens().isInstalled(teamId);
  }

  /** Whether tokens that are given from now on rotate, and how long they are good then. */
  public void rotation(boolean on, Duration accessLife) {
    state.tokens().rotation(on, accessLife);
  }

  /** Ends access tokens that rotate; refresh tokens stay good. */
  public void expireAccess() {
    state.tokens().expireAccess();
  }

  /** How many messages a channel takes at once; after them one a second. */
  public void messageBurst(int most) {
    state.messages().change(most, Duration.ofSeconds(1));
  }

  /** How an app is treated that Slack does not know well: so many of a history, and how often. */
  public void history(int page, int burst, Duration each) {
    state.historyPage(page);
    state.history().change(burst, each);
  }

  private Channel channel(String teamId, String channel) {
    return state
        .workspace(teamId)
        .find(channel)
        .orElseThrow(() -> new IllegalArgumentException("No channel " + channel));
  }
}
