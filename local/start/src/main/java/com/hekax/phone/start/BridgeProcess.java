package com.hekax.phone.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The media bridge as a process of its own, as its container is one: it shares nothing with the
 * functions but the addresses it is told.
 */
public final class BridgeProcess implements AutoCloseable {
  private static final String MAIN = "com.hekax.phone.bridge.Main";
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int STOP_SECONDS = 10;

  private final Process process;
  private final Path pidFile;
  private final int port;

  private BridgeProcess(Process process, Path pidFile, int port) {
    this.process = process;
    this.pidFile = pidFile;
    this.port = port;
  }

  /**
   * Starts it and returns when it takes calls.
   *
   * @param root the project's folder, where the bridge was built
   * @param data where its process id and its log are kept
   * @param port where it listens
   * @param settings its environment, besides the port
   * @throws StartException when it does not come up, with where to look
   */
  static BridgeProcess start(Path root, Path data, int port, Map<String, String> settings)
      throws IOException, InterruptedException {
    var log = data.resolve("bridge.log");
    var built = root.resolve("media-bridge/target/app");
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            built.resolve("media-bridge.jar")
                + System.getProperty("path.separator")
                + built.resolve("lib")
                + "/*",
            MAIN);
    command.environment().putAll(settings);
    command.environment().put("PORT", Integer.toString(port));
    command
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var bridge = new BridgeProcess(command.start(), pidFile(data), port);
    Files.writeString(bridge.pidFile, Long.toString(bridge.process.pid()));
    try {
      bridge.awaitReady(log);
    } catch (StartException | IOException | InterruptedException failed) {
      bridge.close();
      throw failed;
    }
    return bridge;
  }

  /** Where callers' audio is streamed to when nothing stands between. */
  public URI media() {
    return URI.create("ws://localhost:" + port + "/media");
  }

  /** As the system calls it, for measuring what it costs. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(pidFile);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException("The process id of the bridge could not be forgotten", e);
    }
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    var ready =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (process.isAlive() && System.nanoTime() < end) {
        try {
          if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException notListening) {
          // It is starting.
        }
        Thread.sleep(LOOK);
      }
    }
    throw new StartException(
        process.isAlive()
            ? "The media bridge took longer than 30 seconds to start; %s tells why.".formatted(log)
            : "The media bridge ended as it started; %s tells why.".formatted(log));
  }

  /**
   * Ends the bridge that a killed run left behind, if what is noted still is one: process ids are
   * used again.
   */
  static void endLeftover(Path data) throws IOException {
    var pidFile = pidFile(data);
    var noted = Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
    var leftover =
        noted.matches("[0-9]+")
            ? ProcessHandle.of(Long.parseLong(noted)).filter(BridgeProcess::isBridge)
            : Optional.<ProcessHandle>empty();
    if (leftover.isPresent()) {
      // Nobody talks through it any more: what it would wait for is gone.
      leftover.get().destroyForcibly();
      leftover.get().onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
    Files.deleteIfExists(pidFile);
  }

  private static Path pidFile(Path data) {
    return data.resolve("bridge.pid");
  }

  private static boolean isBridge(ProcessHandle process) {
    return process.info().arguments().map(Arrays::asList).orElse(List.of()).contains(MAIN);
  }
}
