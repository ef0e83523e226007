package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.webhooks.WebhookReceiver.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLetterTest {
  private static final String QUEUE = "DeliverWebhooksQueue";
  private static final String DEAD_LETTERS = "DeliverWebhooksDeadLetterQueue";

  /** Instead of minutes, so that five times do not take half an hour. */
  private static final Duration SHOWN_AGAIN_AFTER = Duration.ofSeconds(2);

  @Test
  void a_message_that_no_code_can_read_ends_in_the_dead_letter_queue_and_its_neighbours_are_done()
      throws Exception {
    try (var product =
        TestProduct.start(
            TestProduct.folder(), runner -> runner.visibilityTimeout(SHOWN_AGAIN_AFTER))) {
      var bright = Business.brightDental(product);
      // The first wakes the function, so that those after it are quick.
      bright.awaitWebhookAbout(bright.addLead("First"));

      var before = bright.addLead("Before");
      product.runner().send(QUEUE, "no event at all");
      product.runner().send(QUEUE, "{\"detail-type\": \"LeadCaptured\", \"detail\": {}}");
      var after = bright.addLead("After");

      assertThat(bright.awaitWebhookAbout(before).signature()).isEqualTo(Verdict.VALID);
      assertThat(bright.awaitWebhookAbout(after).signature()).isEqualTo(Verdict.VALID);
      Eventually.eventually(
          "both messages among the dead letters",
          () -> product.runner().queueDepth(DEAD_LETTERS) == 2);
      Eventually.eventually("nothing left to do", () -> product.runner().queueDepth(QUEUE) == 0);
      assertThat(bright.webhooksAbout(before)).hasSize(1);
      assertThat(bright.webhooksAbout(after)).hasSize(1);
    }
  }
}
