package com.hekax.phone.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.MovableClock;
import com.hekax.phone.platform.aws.AwsClients;
import com.hekax.phone.platform.aws.AwsFake;
import com.hekax.phone.platform.telemetry.LogLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CachedSecretsTest {
  private static final String GET = "secretsmanager.GetSecretValue";

  private final MovableClock clock = new MovableClock();
  private AwsFake aws;
  private CachedSecrets secrets;

  record Twilio(String accountSid, String authToken) {}

  @BeforeEach
  void start() throws IOException {
    aws = new AwsFake();
    secrets = new CachedSecrets(new AwsClients(aws.env(Map.of())), "hekax/test", clock);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Nested
  class Given_a_secret {
    @BeforeEach
    void given() {
      holds("{\"accountSid\":\"AC1\",\"authToken\":\"first\",\"added\":\"later\"}");
    }

    @Test
    void when_it_is_asked_for_then_it_is_fetched_under_the_prefix_and_read() {
      assertThat(secrets.get("twilio", Twilio.class)).isEqualTo(new Twilio("AC1", "first"));
      assertThat(aws.requests().getFirst().body().path("SecretId").asText())
          .isEqualTo("hekax/test/twilio");
    }

    @Test
    void when_nobody_has_asked_then_nothing_is_fetched() {
      assertThat(aws.requests()).isEmpty();
    }

    @Test
    void when_it_is_asked_for_within_five_minutes_then_the_same_instance_serves() {
      var first = secrets.get("twilio", Twilio.class);
      clock.advance(Duration.ofMinutes(5).minusMillis(1));

      assertThat(secrets.get("twilio", Twilio.class)).isSameAs(first);
      assertThat(aws.count(GET)).isOne();
    }

    @Test
    void when_it_has_changed_then_the_new_value_serves_after_five_minutes() {
      secrets.get("twilio", Twilio.class);
      holds("{\"accountSid\":\"AC1\",\"authToken\":\"second\"}");
      clock.advance(Duration.ofMinutes(5));

      assertThat(secrets.get("twilio", Twilio.class).authToken()).isEqualTo("second");
    }

    @Test
    void when_it_is_fetched_again_unchanged_then_the_instance_stays() {
      var first = secrets.get("twilio", Twilio.class);
      clock.advance(Duration.ofMinutes(6));

      assertThat(secrets.get("twilio", Twilio.class)).isSameAs(first);
      assertThat(aws.count(GET)).isEqualTo(2);
    }

    @Test
    void when_it_is_doubted_then_it_is_fetched_anew_but_not_more_often_than_twice_a_minute() {
      secrets.get("twilio", Twilio.class);
      holds("{\"accountSid\":\"AC1\",\"authToken\":\"second\"}");
      clock.advance(Duration.ofSeconds(29));
      assertThat(secrets.renewed("twilio", Twilio.class).authToken()).isEqualTo("first");

      clock.advance(Duration.ofSeconds(1));
      assertThat(secrets.renewed("twilio", Twilio.class).authToken()).isEqualTo("second");
      assertThat(secrets.renewed("twilio", Twilio.class).authToken()).isEqualTo("second");
      assertThat(aws.count(GET)).isEqualTo(2);
    }

    @Test
    void when_a_snapshot_makes_it_forgotten_then_the_next_reader_fetches() {
      secrets.get("twilio", Twilio.class);
      secrets.forget();
      secrets.get("twilio", Twilio.class);

      assertThat(aws.count(GET)).isEqualTo(2);
    }

    @Test
    void when_many_ask_at_once_then_one_fetch_serves_them_all() throws Exception {
      var together = new CountDownLatch(1);
      Callable<Twilio> ask =
          () -> {
            together.await();
            return secrets.get("twilio", Twilio.class);
          };
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var answers = Stream.generate(() -> threads.submit(ask)).limit(20).toList();
        together.countDown();
        for (var answer : answers) {
          assertThat(answer.get().authToken()).isEqualTo("first");
        }
      }

      assertThat(aws.count(GET)).isOne();
    }
  }

  @Nested
  class Given_a_value_in_memory_and_Secrets_Manager_in_trouble {
    @BeforeEach
    void given() {
      holds("{\"accountSid\":\"AC1\",\"authToken\":\"first\"}");
      secrets.get("twilio", Twilio.class);
      aws.on(GET, _ -> AwsFake.error(400, "AccessDeniedException"));
    }

    @Test
    void when_the_value_is_old_then_it_still_serves_and_the_failure_is_logged() {
      clock.advance(Duration.ofMinutes(5));

      try (var log = new LogLines()) {
        assertThat(secrets.get("twilio", Twilio.class).authToken()).isEqualTo("first");
        assertThat(log.only().path("secret").asText()).isEqualTo("hekax/test/twilio");
        assertThat(log.texts().getFirst()).doesNotContain("first");
      }
    }

    @Test
    void when_a_fetch_has_just_failed_then_the_next_one_waits_half_a_minute() {
      try (var _ = new LogLines()) {
        clock.advance(Duration.ofMinutes(5));
        secrets.get("twilio", Twilio.class);
        clock.advance(Duration.ofSeconds(29));
        secrets.get("twilio", Twilio.class);
        assertThat(aws.count(GET)).isEqualTo(2);

        clock.advance(Duration.ofSeconds(1));
        secrets.get("twilio", Twilio.class);
        assertThat(aws.count(GET)).isEqualTo(3);
      }
    }

    @Test
    void when_it_recovers_then_the_new_value_serves() {
      try (var _ = new LogLines()) {
        clock.advance(Duration.ofMinutes(5));
        secrets.get("twilio", Twilio.class);
        holds("{\"accountSid\":\"AC1\",\"authToken\":\"second\"}");
        clock.advance(Duration.ofSeconds(30));

        assertThat(secrets.get("twilio", Twilio.class).authToken()).isEqualTo("second");
      }
    }

    @Test
    void when_it_stays_so_then_no_value_serves_that_is_older_than_others_count_on() {
      var fetched = clock.instant();
      var served = Duration.ZERO;
      try (var _ = new LogLines()) {
        while (true) {
          secrets.get("twilio", Twilio.class);
          served = Duration.between(fetched, clock.instant());
          clock.advance(Duration.ofSeconds(7));
        }
      } catch (SecretUnavailableException atLast) {
        assertThat(served).isBetween(CachedSecret.USABLE, CachedSecrets.OLDEST);
      }
    }

    @Test
    void when_it_is_doubted_then_it_is_not_asked_for_with_each_request() {
      clock.advance(Duration.ofMinutes(1));

      try (var _ = new LogLines()) {
        assertThat(secrets.renewed("twilio", Twilio.class).authToken()).isEqualTo("first");
        assertThat(secrets.renewed("twilio", Twilio.class).authToken()).isEqualTo("first");
      }
      assertThat(aws.count(GET)).isEqualTo(2);
    }

    @Test
    void when_an_hour_has_passed_then_the_old_value_serves_no_more() {
      clock.advance(Duration.ofHours(1));

      assertThatThrownBy(() -> secrets.get("twilio", Twilio.class))
          .isInstanceOf(SecretUnavailableException.class)
          .hasMessage("The secret hekax/test/twilio could not be fetched");
    }
  }

  @Nested
  class Given_a_secret_that_cannot_be_used {
    @Test
    void when_it_does_not_exist_then_its_full_name_is_told() {
      aws.on(GET, _ -> AwsFake.error(400, "ResourceNotFoundException"));

      assertThatThrownBy(() -> secrets.get("twilio", Twilio.class))
          .isInstanceOf(SecretUnavailableException.class)
          .hasMessage("The secret hekax/test/twilio does not exist");
    }

    @Test
    void when_it_is_not_JSON_then_that_is_told_without_quoting_it() {
      holds("hunter2");

      assertThatThrownBy(() -> secrets.get("twilio", Twilio.class))
          .hasMessage("The secret hekax/test/twilio is not JSON")
          .satisfies(CachedSecretsTest::quotesNothing);
    }

    @Test
    void when_it_has_another_shape_then_the_place_is_told_without_quoting_it() {
      holds("{\"accountSid\":{\"hunter2\":1}}");

      assertThatThrownBy(() -> secrets.get("twilio", Twilio.class))
          .hasMessageContaining("hekax/test/twilio is no Twilio")
          .hasMessageContaining("accountSid")
          .satisfies(CachedSecretsTest::quotesNothing);
    }

    @Test
    void when_it_is_null_or_bytes_then_that_is_told() {
      holds("null");
      assertThatThrownBy(() -> secrets.get("twilio", Twilio.class))
          .hasMessage("The secret hekax/test/twilio is empty");

      aws.on(GET, _ -> AwsFake.ok(Map.of("SecretBinary", "AQID")));
      assertThatThrownBy(() -> secrets.get("other", Twilio.class))
          .hasMessage("The secret hekax/test/other holds bytes instead of text");
    }
  }

  private void holds(String text) {
    aws.on(GET, _ -> AwsFake.ok(Map.of("SecretString", text)));
  }

  private static void quotesNothing(Throwable thrown) {
    var everything = new StringWriter();
    thrown.printStackTrace(new PrintWriter(everything));
    assertThat(everything.toString()).doesNotContain("hunter2");
  }
}
