package com.hekax.phone.scenarios;

import com.hekax.phone.start.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product in a process of its own, as {@code ./hekax start} runs it. */
final class ProductProcess implements AutoCloseable {
  private static final String READY = "HEKAX Phone is ready: ";

  private final Path data;
  private final Process process;
  private final List<String> output = new ArrayList<>();

  private ProductProcess(Path data) throws IOException {
    this.data = data;
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                TestProduct.ROOT.toString(),
                "--data",
                data.toString(),
                "--any-port")
            .redirectErrorStream(true)
            .start();
    readUntilReady(process.inputReader());
  }

  /** Starts it over a folder and returns when it answers. */
  static ProductProcess start(Path data) throws IOException {
    return new ProductProcess(data);
  }

  URI uri() {
    return output.stream()
        .filter(line -> line.startsWith(READY))
        .map(line -> URI.create(line.substring(READY.length())))
        .findFirst()
        .orElseThrow();
  }

  /** Every process that came with it. */
  List<ProcessHandle> processes() throws IOException {
    return Stream.concat(
            Stream.concat(Stream.of(process.toHandle()), process.descendants()),
            DatabaseServer.of(data).processes().stream())
        .toList();
  }

  /** What {@code ./hekax stop} does: a signal, and the time to end cleanly. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("The product did not stop");
    }
  }

  /** SIGKILL: it can clean up nothing. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void readUntilReady(BufferedReader reader) throws IOException {
    // The line about stopping is the last that a start prints.
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      output.add(line);
      if (line.startsWith("  Stop")) {
        return;
      }
    }
    throw new AssertionError("The product did not start:\n" + String.join("\n", output));
  }
}
