package com.hekax.phone.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A call to a number of the product. Nobody waits for it to be talked through: it ends now, and its
 * other times lie before.
 *
 * @param callSid {@code CA} and 32 hexadecimal digits
 * @param from as Twilio writes it: mostly E.164, {@code anonymous} for one that is withheld
 * @param talkTime from the answer to the end; zero when nobody answered
 */
record InboundCall(
    String callSid,
    String from,
    String to,
    CallOutcome outcome,
    Duration talkTime,
    Instant endedAt) {
  private static final Duration RINGING = Duration.ofSeconds(6);
  private static final int USUAL_TALK_SECONDS = 42;
  private static final int LONGEST_TALK_SECONDS = 24 * 60 * 60;

  /**
   * The call that a request of the console asks for.
   *
   * @throws IllegalArgumentException with a sentence that says what to send
   */
  static InboundCall read(JsonNode body, Instant now) {
    var to = body.path("to").asText();
    if (!to.matches("\\+[1-9][0-9]{6,14}")) {
      throw new IllegalArgumentException(
          "to is the number that is called, for example +14155550100.");
    }
    var outcome = Choice.read(body, "outcome", CallOutcome.COMPLETED);
    int talkSeconds =
        body.has("talkSeconds") ? body.path("talkSeconds").asInt(-1) : USUAL_TALK_SECONDS;
    if (talkSeconds < 0 || talkSeconds > LONGEST_TALK_SECONDS) {
      throw new IllegalArgumentException(
          "talkSeconds is between 0 and " + LONGEST_TALK_SECONDS + ".");
    }
    return new InboundCall(
        "CA" + UUID.randomUUID().toString().replace("-", ""),
        body.path("from").asText(someCaller()),
        to,
        outcome,
        Duration.ofSeconds(outcome == CallOutcome.COMPLETED ? talkSeconds : 0),
        now.truncatedTo(ChronoUnit.SECONDS));
  }

  Instant startedAt() {
    return endedAt.minus(talkTime).minus(RINGING);
  }

  /**
   * What Twilio tells on the way. Of a call that comes in it tells the end alone, and of a leg that
   * it dials every step; the steps are told here too, because the product treats all legs alike.
   */
  List<StatusCallback> callbacks() {
    var callbacks = new ArrayList<StatusCallback>();
    for (var status : outcome.statuses()) {
      var at =
          switch (status) {
            case "ringing" -> startedAt();
            case "in-progress" -> startedAt().plus(RINGING);
            default -> endedAt;
          };
      callbacks.add(new StatusCallback(this, callbacks.size(), status, at));
    }
    return List.copyOf(callbacks);
  }

  /** One of the hundred numbers that no one has. */
  private static String someCaller() {
    return "+141555501%02d".formatted(ThreadLocalRandom.current().nextInt(1, 100));
  }
}
