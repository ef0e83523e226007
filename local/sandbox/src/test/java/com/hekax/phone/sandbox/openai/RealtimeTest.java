package com.hekax.phone.sandbox.openai;

import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.openai.session.Pace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** A sandbox in which the model needs no time to think. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
abstract class RealtimeTest {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  static final Pace FAST =
      new Pace(Duration.ofMillis(5), 500, Duration.ofMillis(5), Duration.ofMinutes(60));

  Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(0, () -> NOW);
    sandbox.openAi().pace(FAST);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  RealtimeClient connect() throws InterruptedException {
    return RealtimeClient.connect(sandbox.uri());
  }

  RealtimeClient call() throws InterruptedException {
    return RealtimeClient.onThePhone(sandbox.uri());
  }
}
