package com.hekax.phone.sandbox.slack;

import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.console.Faults.Fault;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happens around every method: failing as planned, and telling errors in Slack's words. A
 * fault of {@code slack} is of every method, one of {@code slack-token}, {@code slack-messages} or
 * {@code slack-history} of these; with {@code -late} behind its name, the work is done first and
 * only the answer is lost. {@code slack-internal} answers as Slack does that failed inside: status
 * 200 and {@code internal_error}.
 */
final class Guard {
  private final Faults faults;

  Guard(Faults faults) {
    this.faults = faults;
  }

  /** What a method answers, without its {@code ok}. */
  @FunctionalInterface
  interface Work {
    Map<String, Object> on(ServerRequest request);
  }

  /** A method of a kind. */
  Handler of(String kind, Work work) {
    return (request, response) -> {
      if (failedAsPlanned(kind, "", response)) {
        return;
      }
      Map<String, Object> answer;
      try {
        answer = new LinkedHashMap<>(Map.of("ok", true));
        answer.putAll(work.on(request));
      } catch (SlackError refused) {
        answer = refused.body();
      } catch (SlackBusyException busy) {
        tooMany(response, busy.seconds());
        return;
      }
      if (!failedAsPlanned(kind, "-late", response)) {
        SandboxJson.send(response, 200, answer);
      }
    };
  }

  private boolean failedAsPlanned(String kind, String when, ServerResponse response)
      throws InterruptedException {
    var planned = faults.now("slack" + when).or(() -> faults.now("slack-" + kind + when));
    if (planned.isPresent()) {
      Thread.sleep(planned.get().delay());
    }
    if (faults.now("slack-internal" + when).isPresent()) {
      SandboxJson.send(response, 200, SlackError.of("internal_error").body());
      return true;
    }
    if (planned.isEmpty() || planned.get().status() == 0) {
      return false;
    }
    fail(planned.get(), response);
    return true;
  }

  private static void fail(Fault fault, ServerResponse response) {
    if (fault.status() == 429) {
      tooMany(response, fault.retryAfter().orElse(1));
    } else {
      fault
          .retryAfter()
          .ifPresent(seconds -> response.header(HeaderNames.RETRY_AFTER, seconds.toString()));
      response.status(Status.create(fault.status())).send("<html>Server Error</html>");
    }
  }

  private static void tooMany(ServerResponse response, long seconds) {
    response.header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
    SandboxJson.send(response, 429, SlackError.of("ratelimited").body());
  }
}
