package com.hekax.phone.bridge.edge;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.telemetry.Log;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Asks ECS not to stop this task while it carries calls: neither to have fewer tasks nor for a
 * deployment. The agent's task scale-in protection endpoint, read 2026-11-22.
 */
public final class TaskProtection implements IntConsumer {
  private static final Duration LASTS = Duration.ofMinutes(60);
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(20);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final URI endpoint;
  private final InstantSource clock;
  private Optional<Instant> protectedAt = Optional.empty();

  /**
   * Protection of this task.
   *
   * @param agent what ECS puts into {@code ECS_AGENT_URI}
   */
  public TaskProtection(URI agent, InstantSource clock) {
    this.endpoint = URI.create(agent + "/task-protection/v1/state");
    this.clock = clock;
  }

  /** Protects the task, or lets it go, as the calls that it carries demand. */
  @Override
  public void accept(int calls) {
    var now = clock.instant();
    boolean fresh = protectedAt.filter(at -> now.isBefore(at.plus(RENEWED_AFTER))).isPresent();
    if (calls > 0 && !fresh) {
      if (put("{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":" + LASTS.toMinutes() + "}")) {
        protectedAt = Optional.of(now);
      }
    } else if (calls == 0 && protectedAt.isPresent() && put("{\"ProtectionEnabled\":false}")) {
      protectedAt = Optional.empty();
    }
  }

  private boolean put(String body) {
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    try {
      var status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        Log.warn("ECS does not protect this task", field("status", status));
      }
      return status == 200;
    } catch (IOException e) {
      Log.warn("ECS does not protect this task", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
