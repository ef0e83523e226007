package com.hekax.phone.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.Env;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
  private static final Map<String, String> NEEDED =
      Map.of("OPENAI_API_KEY", "sk-1", "HEKAX_BACKEND_URL", "https://phone.example.com");

  @Test
  void what_is_not_said_is_what_the_contract_says() {
    assertThat(Settings.of(Env.of(NEEDED)))
        .isEqualTo(
            new Settings(
                8081,
                URI.create("wss://api.openai.com/v1/realtime"),
                "sk-1",
                "gpt-realtime-2.1",
                URI.create("https://phone.example.com"),
                "media-bridge",
                "local",
                60));
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_API_KEY, ''",
    "HEKAX_BACKEND_URL, ''",
    "HEKAX_BACKEND_URL, ftp://phone.example.com",
    "HEKAX_BACKEND_URL, phone.example.com",
    "OPENAI_REALTIME_URL, https://api.openai.com/v1/realtime",
    "PORT, eighty",
    "STAGE, a\"b"
  })
  void what_makes_no_sense_is_named(String name, String value) {
    var values = new HashMap<>(NEEDED);
    values.put(name, value);

    assertThatThrownBy(() -> Settings.of(Env.of(values)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
  }

  @Test
  void nobody_answers_for_a_bridge_that_is_not_there() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThat(Alive.answers(port)).isFalse();
  }

  @Test
  void the_template_sets_what_is_needed() throws IOException {
    var root = Path.of(System.getProperty("hekax.root"));
    assertThat(Files.readString(root.resolve("media-bridge/template.yaml")))
        .contains("Name: HEKAX_BACKEND_URL", "Name: OPENAI_API_KEY", "Name: STAGE");
  }
}
