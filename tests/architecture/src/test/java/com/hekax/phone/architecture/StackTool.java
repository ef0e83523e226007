package com.hekax.phone.architecture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command line tool that checks templates and that a machine may or may not have. */
final class StackTool {

  /** What a command printed, both streams together, and how it ended. */
  record Outcome(int exit, String output) {}

  /** Skips the test, and says why, when the command cannot be run or fails. */
  static void assumeRuns(String why, String... command) {
    try {
      assumeTrue(run(command).exit() == 0, why);
    } catch (IOException missing) {
      assumeTrue(false, why);
    }
  }

  static Outcome run(String... command) throws IOException {
    var builder =
        new ProcessBuilder(List.of(command))
            .directory(StackTemplate.repository().toFile())
            .redirectErrorStream(true);
    builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), output);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private StackTool() {}
}
