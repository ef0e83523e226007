package com.hekax.phone.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.Env;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LibraryLogTest {
  private final Logger root = LogManager.getLogManager().getLogger("");
  private final List<Handler> handlersBefore = List.of(root.getHandlers());
  private final Level levelBefore = root.getLevel();
  private final LogLines log = new LogLines();

  @AfterEach
  void restore() {
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    handlersBefore.forEach(root::addHandler);
    root.setLevel(levelBefore);
    log.close();
  }

  @Nested
  class Given_a_process_that_runs_one_function {
    @BeforeEach
    void install() {
      var lambda = Env.of(Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"));
      LibraryLog.install(lambda);
      LibraryLog.install(lambda);
    }

    @Test
    void when_a_library_warns_then_one_line_says_so() {
      LoggerFactory.getLogger("org.example.Pool").warn("Lost {} of {}", 1, "pool\nx");

      var line = log.only();
      assertThat(line.path("level").asText()).isEqualTo("WARN");
      assertThat(line.path("logger").asText()).isEqualTo("org.example.Pool");
      assertThat(line.path("message").asText()).isEqualTo("Lost 1 of pool\nx");
    }

    @Test
    void when_the_JDK_reports_a_failure_then_its_cause_is_in_the_line() {
      Logger.getLogger("java.example").log(Level.SEVERE, "broke", new IllegalStateException("why"));

      assertThat(log.only().path("level").asText()).isEqualTo("ERROR");
      assertThat(log.only().path("error").path("message").asText()).isEqualTo("why");
    }

    @Test
    void when_a_library_quotes_a_person_then_that_is_masked() {
      LoggerFactory.getLogger("org.example").warn("refused +15550100123");

      assertThat(log.only().path("message").asText()).isEqualTo("refused (phone)");
    }

    @Test
    void when_a_library_chats_then_nothing_is_written() {
      LoggerFactory.getLogger("org.example").info("started");

      assertThat(log.texts()).isEmpty();
    }
  }

  @Test
  void given_a_process_of_many_functions_when_it_is_asked_for_then_logging_stays_as_it_was() {
    LibraryLog.install(Env.of(Map.of()));

    assertThat(root.getHandlers()).containsExactlyElementsOf(handlersBefore);
  }
}
