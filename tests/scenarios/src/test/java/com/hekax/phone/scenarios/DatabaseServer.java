package com.hekax.phone.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of the database server over a product's data. */
final class DatabaseServer {
  private final ProcessHandle postmaster;

  private DatabaseServer(ProcessHandle postmaster) {
    this.postmaster = postmaster;
  }

  /** The one that runs over the data of a product. */
  static DatabaseServer of(Path data) throws IOException {
    // It is nobody's child: whoever starts a server lets go of it.
    var file = data.resolve("database/data/postmaster.pid");
    var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    return new DatabaseServer(ProcessHandle.of(pid).orElseThrow());
  }

  boolean isAlive() {
    return postmaster.isAlive();
  }

  /** It and those that serve its clients. */
  List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  /** SIGKILL: it can save nothing on the way. */
  void kill() {
    if (!postmaster.destroyForcibly()) {
      throw new AssertionError("The server could not be killed");
    }
    postmaster.onExit().join();
  }
}
