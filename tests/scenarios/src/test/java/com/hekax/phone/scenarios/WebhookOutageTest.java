package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.runner.lambda.InvocationResult;
import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.sandbox.webhooks.WebhookReceiver.Verdict;
import com.hekax.phone.start.Product;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookOutageTest {
  private static final String RECEIVERS = "webhook-receiver";

  private final Product product;
  private final Business bright;

  WebhookOutageTest(Product product) {
    this.product = product;
    bright = Business.brightDental(product);
  }

  @AfterEach
  void receivers_work_again() {
    product.sandbox().faults().clear(RECEIVERS);
  }

  @Test
  void what_a_receiver_missed_while_it_was_down_arrives_once_when_it_is_up_again()
      throws Exception {
    product
        .sandbox()
        .faults()
        .plan(RECEIVERS, new Fault(503, Duration.ZERO, Optional.empty()), Duration.ofHours(1));
    var lead = bright.addLead("Jorge Ortiz");
    Eventually.eventually("an attempt that failed", () -> answers().equals(List.of("503")));
    assertThat(lastDelivery("status")).isEqualTo("WAITING");

    // Up again, but it is left alone for a while.
    product.sandbox().faults().clear(RECEIVERS);
    resend();
    assertThat(bright.webhooksAbout(lead)).isEmpty();

    letTheWaitPass();
    resend();
    assertThat(bright.webhooksAbout(lead)).hasSize(1);
    assertThat(bright.awaitWebhookAbout(lead).signature()).isEqualTo(Verdict.VALID);
    assertThat(lastDelivery("status")).isEqualTo("DELIVERED");
    assertThat(answers()).containsExactly("503", "204");

    letTheWaitPass();
    resend();
    assertThat(bright.webhooksAbout(lead)).hasSize(1);
  }

  private String lastDelivery(String field) {
    return bright.deliveries().path(0).path(field).asText();
  }

  /** What came back of each attempt of the last delivery, as the log tells it. */
  private List<String> answers() {
    return bright.deliveries().at("/0/attempts").findValuesAsText("status");
  }

  private void resend() {
    assertThat(product.runner().fireSchedule("ResendWebhooksFunction"))
        .isInstanceOf(InvocationResult.Success.class);
  }

  /** What waits for its time has come to it. */
  private void letTheWaitPass() throws SQLException {
    try (var superuser = product.database().superuser(product.databaseName());
        var statement = superuser.createStatement()) {
      statement.execute("update webhooks set paused_until = now() where paused_until is not null");
      statement.execute("update deliveries set next_attempt_at = now() where status = 'WAITING'");
    }
  }
}
