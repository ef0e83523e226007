package com.hekax.phone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that a killed run left behind. It still holds the data, and a second server on the same
 * data would seem to start while the old one answers.
 */
final class Leftover {
  private static final int STOP_SECONDS = 15;

  static void stop(Path data) throws IOException {
    var noted = noted(data);
    if (noted.isEmpty()) {
      return;
    }
    if (isServerOf(data, noted.get())) {
      stop(noted.get());
    } else {
      // The server is gone and its process id is another program's now. PostgreSQL only sees that
      // the process lives, and would not start.
      Files.delete(pidFile(data));
    }
  }

  private static void stop(ProcessHandle server) throws IOException {
    // SIGINT is PostgreSQL's fast shutdown: clients are cut off, everything is written.
    new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
    try {
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new DatabaseStartException(
          "An earlier database (process %d) does not stop: end it, then start again."
              .formatted(server.pid()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseStartException("Interrupted while an earlier database was stopping");
    }
  }

  /** The living process that the data folder names; it need not be a server any more. */
  private static Optional<ProcessHandle> noted(Path data) throws IOException {
    var pidFile = pidFile(data);
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive);
  }

  private static boolean isServerOf(Path data, ProcessHandle process) {
    var info = process.info();
    return info.command().orElse("").contains("postgres")
        && info.arguments()
            .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
            // A system that does not tell: better to stop the server than to start a second one.
            .orElse(true);
  }

  private static Path pidFile(Path data) {
    return data.resolve("postmaster.pid");
  }

  private Leftover() {}
}
