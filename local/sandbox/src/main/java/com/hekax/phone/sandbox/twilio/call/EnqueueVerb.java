package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.twiml.Element;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code <Enqueue>} ("TwiML Voice: Enqueue", read 2026-11-22). Nobody takes calls from a queue
 * here: the caller hears the waiting document again and again until it leaves, hangs up or is
 * redirected.
 */
final class EnqueueVerb {
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final TwimlRun run;
  private final String queueSid = Sid.of("QU");
  private final long start = System.nanoTime();

  EnqueueVerb(TwimlRun run) {
    this.run = run;
  }

  Optional<Source> perform(Element verb)
      throws Interruption, ApplicationException, InterruptedException {
    try {
      while (true) {
        if (verb.find("waitUrl").isPresent()) {
          run.run(
              new Source.Fetch(
                  run.resolve(verb.get("waitUrl", "")),
                  verb.get("waitUrlMethod", "POST"),
                  waiting()));
        }
        run.pause(BETWEEN);
      }
    } catch (Interruption.LeftQueue _) {
      return run.action(
          verb, Map.of("QueueResult", "leave", "QueueSid", queueSid, "QueueTime", seconds()));
    }
  }

  private Map<String, String> waiting() {
    var form = new LinkedHashMap<String, String>();
    form.put("QueueSid", queueSid);
    form.put("QueuePosition", "1");
    form.put("QueueTime", seconds());
    form.put("AvgQueueTime", "0");
    form.put("CurrentQueueSize", "1");
    form.put("MaxQueueSize", "1000");
    return form;
  }

  private String seconds() {
    return Long.toString((System.nanoTime() - start) / 1_000_000_000);
  }
}
