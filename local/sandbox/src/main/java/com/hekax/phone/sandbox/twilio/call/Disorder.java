package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.webhook.WebhookAnswer;
import com.hekax.phone.sandbox.twilio.webhook.WebhookClient;
import com.hekax.phone.sandbox.twilio.webhook.WebhookRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Webhooks of one leg as they come when answers are lost on the way: repeated with the same body
 * and {@code I-Twilio-Idempotency-Token}, late, and callbacks in any order ("Webhooks: FAQ" and
 * "TwiML for Programmable Voice", read 2026-11-22).
 */
final class Disorder {
  /** A caller waits for the answer to a question, so that one is asked soon. */
  private static final int LATEST_QUESTION_MILLIS = 300;

  /** Nobody waits for a callback, and what nobody waits for any more may be repeated as late. */
  private static final int LATEST_CALLBACK_MILLIS = 3000;

  private static final int MOST_TIMES = 3;

  private final Random random;

  /**
   * The disorder of one leg.
   *
   * @param seed decides, with the numbers of the leg, what becomes of each webhook
   */
  Disorder(long seed, Call leg) {
    random = new Random(seed * 1_000_003 + (leg.from() + leg.to()).hashCode());
  }

  /** How late each time is that a callback is sent, two or three times. */
  synchronized List<Duration> callback() {
    int times = random.nextInt(2, MOST_TIMES + 1);
    var late = new ArrayList<Duration>();
    while (late.size() < times) {
      // Now and then at once with the time before.
      late.add(
          !late.isEmpty() && random.nextInt(3) == 0
              ? late.getLast()
              : upTo(LATEST_CALLBACK_MILLIS));
    }
    return List.copyOf(late);
  }

  /** Asks twice; one of the answers is taken and the other is lost. */
  WebhookAnswer ask(WebhookClient webhooks, WebhookRequest request, Callbacks callbacks)
      throws InterruptedException {
    var plan = question();
    Thread.sleep(plan.late());
    if (plan.lastCounts()) {
      webhooks.send(request);
      Thread.sleep(plan.again());
      return webhooks.send(request);
    }
    callbacks.repeat(request, plan.again());
    return webhooks.send(request);
  }

  /**
   * What becomes of a question.
   *
   * @param lastCounts whether the first answer is lost, and the question asked again for want of it
   * @param again how long after the first answer, or after the first question when that is answered
   */
  private record Question(Duration late, boolean lastCounts, Duration again) {}

  private synchronized Question question() {
    var late = upTo(LATEST_QUESTION_MILLIS);
    return switch (random.nextInt(3)) {
      case 0 -> new Question(late, true, upTo(LATEST_QUESTION_MILLIS));
      case 1 -> new Question(late, false, Duration.ZERO);
      default -> new Question(late, false, upTo(LATEST_CALLBACK_MILLIS));
    };
  }

  private Duration upTo(int millis) {
    return Duration.ofMillis(random.nextInt(millis));
  }
}
