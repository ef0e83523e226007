package com.hekax.phone.runner;

import static com.hekax.phone.runner.TestProduct.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.template.TemplateException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // written before each test
class RunnerTest {
  @TempDir Path folder;
  private TestProduct product;

  @BeforeEach
  void write() throws Exception {
    product = TestProduct.in(folder);
  }

  @Test
  void a_custom_resource_is_created_once_and_updated_by_later_starts() throws Exception {
    product.runner().start().close();
    assertThat(System.getProperty("hekax.test.requestType")).isEqualTo("Create");

    product.runner().start().close();
    assertThat(System.getProperty("hekax.test.requestType")).isEqualTo("Update");
  }

  @Test
  void a_custom_resource_that_fails_keeps_the_product_from_starting() {
    assertThatThrownBy(() -> product.runner().parameter("Outcome", "FAILED").start())
        .hasMessageContaining("Migration (Custom::Migration) could not be made")
        .hasMessageContaining("the table is locked");
  }

  @Test
  void a_pattern_that_is_none_keeps_the_product_from_starting() throws Exception {
    product.write(
        "template.yaml",
        """
        Resources:
          Rule:
            Type: AWS::Events::Rule
            Properties: {EventPattern: {source: hekax}, Targets: []}
        """);

    assertThatThrownBy(() -> product.runner().start())
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("template.yaml:3 Rule");
  }

  @Test
  void schedules_follow_the_clock_that_they_are_given() throws Exception {
    var now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    try (var runner = product.runner().clock(now::get).start()) {
      assertThat(product.recorded()).doesNotContain("minute");

      now.updateAndGet(instant -> instant.plus(Duration.ofHours(3)));

      await(() -> product.recorded().contains("{\"minute\":true}"));
      // Hours that passed at once are one minute, not 180.
      assertThat(product.recorded().lines()).hasSize(1);
      assertThat(runner.fireSchedule("MinuteFunction")).isInstanceOf(Success.class);
      assertThat(product.recorded().lines()).hasSize(2);
    }
  }

  @Test
  void functions_get_the_addresses_of_this_machine() throws Exception {
    try (var runner = product.runner().setting("DB_URL", "jdbc:postgresql:x").start()) {
      var environment = runner.functions().getFirst().environment();

      assertThat(environment)
          .containsEntry("PUBLIC_URL", runner.baseUri().toString())
          .containsEntry("AWS_ENDPOINT_URL", runner.awsEndpoint().toString())
          .containsEntry("AWS_ENDPOINT_URL_SQS", runner.queueEndpoint().toString())
          .containsEntry(
              "LIVE_API_ENDPOINT", runner.awsEndpoint() + "/_websocket/hekaxlocalliveapi/live")
          .containsEntry("DB_URL", "jdbc:postgresql:x");
    }
  }

  @Test
  void nothing_listens_after_closing() throws Exception {
    var runner = product.runner().start();
    var ports =
        new int[] {
          runner.baseUri().getPort(),
          runner.awsEndpoint().getPort(),
          runner.queueEndpoint().getPort()
        };
    runner.close();

    for (var port : ports) {
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
          .isInstanceOf(ConnectException.class);
    }
  }
}
