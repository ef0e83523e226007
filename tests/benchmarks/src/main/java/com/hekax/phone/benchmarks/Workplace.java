package com.hekax.phone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where measurements are made.
 *
 * @param root the project's folder, with templates and built jars
 */
record Workplace(Path root) {

  /** A folder with nothing in it; what an earlier measurement left there is gone. */
  Path emptyFolder(String name) throws IOException {
    var folder = folder(name);
    delete(folder);
    Files.createDirectories(folder);
    return folder;
  }

  void remove(String name) throws IOException {
    delete(folder(name));
  }

  /** Writes what is to be read later. */
  void keep(String file, String text) throws IOException {
    Files.writeString(root.resolve("target").resolve(file), text);
  }

  private Path folder(String name) {
    return root.resolve("target/hekax/bench").resolve(name);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
