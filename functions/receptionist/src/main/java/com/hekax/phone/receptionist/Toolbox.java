package com.hekax.phone.receptionist;

import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The tools of {@code receptionist/tools.json}; a test holds them against the API document. */
final class Toolbox {
  private static final List<Tool> ALL = read();

  static List<Tool> all() {
    return ALL;
  }

  /** Those that go with a policy: who is never put through is not offered it. */
  static List<Tool> under(TransferPolicy policy) {
    return ALL.stream()
        .filter(tool -> policy != TransferPolicy.NEVER || tool.then() != Tool.Then.TRANSFER)
        .toList();
  }

  private static List<Tool> read() {
    try (var stream = Toolbox.class.getResourceAsStream("/receptionist/tools.json")) {
      return List.of(Json.MAPPER.readValue(Objects.requireNonNull(stream), Tool[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Toolbox() {}
}
