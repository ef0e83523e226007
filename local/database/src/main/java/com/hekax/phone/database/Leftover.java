package com.hekax.phone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    var server = find(data);
    if (server.isEmpty()) {
      return;
    }
    // SIGINT is PostgreSQL's fast shutdown: clients are cut off, everything is written.
    new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid())).start();
    try {
      server.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new DatabaseStartException(
          "An earlier database (process %d) does not stop: end it, then start again."
              .formatted(server.get().pid()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseStartException("Interrupted while an earlier database was stopping");
    }
  }

  /** The living server of this data folder; a process id that means another program now is none. */
  private static Optional<ProcessHandle> find(Path data) throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("").contains("postgres"));
  }

  private Leftover() {}
}
