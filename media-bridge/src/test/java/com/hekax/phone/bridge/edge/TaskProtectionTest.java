package com.hekax.phone.bridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskProtectionTest {
  private static final String ON = "PUT {\"ProtectionEnabled\":true,\"ExpiresInMinutes\":60}";
  private static final String OFF = "PUT {\"ProtectionEnabled\":false}";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private HttpServer agent;
  private TaskProtection protection;

  @BeforeEach
  void startAgent() throws IOException {
    agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    agent.createContext(
        "/api/task-protection/v1/state",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(exchange.getRequestMethod() + " " + body);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    agent.start();
    var uri = URI.create("http://localhost:" + agent.getAddress().getPort() + "/api");
    protection = new TaskProtection(uri, () -> now);
  }

  @AfterEach
  void stopAgent() {
    agent.stop(0);
  }

  @Test
  void a_task_is_protected_while_it_carries_calls() {
    protection.accept(0);
    assertThat(asked).isEmpty();
    protection.accept(1);
    protection.accept(2);
    assertThat(asked).containsExactly(ON);
    protection.accept(0);
    protection.accept(0);
    assertThat(asked).containsExactly(ON, OFF);
  }

  @Test
  void given_calls_that_last_then_the_protection_is_renewed_before_it_ends() {
    protection.accept(1);
    now = now.plus(Duration.ofMinutes(21));
    protection.accept(1);

    assertThat(asked).containsExactly(ON, ON);
  }

  @Test
  void given_ECS_refuses_then_it_is_asked_again() {
    status = 500;
    protection.accept(1);
    status = 200;
    protection.accept(1);
    protection.accept(1);

    assertThat(asked).containsExactly(ON, ON);
  }
}
