package com.hekax.phone.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder where a machine's data is kept. */
final class DataFolder {

  /** One product a folder: the file is locked as long as it runs. */
  static FolderLock lock(Path data) throws IOException {
    Files.createDirectories(data);
    return FolderLock.take(data.resolve("lock"));
  }

  static void empty(Path data) throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    // The lock first: what another product is using is not ours to delete.
    try (var _ = lock(data);
        var files = Files.walk(data)) {
      var kept = data.resolve("lock");
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        // Binaries of the database are no data, and unpacking them takes seconds.
        boolean binary = file.startsWith(data.resolve("database/binaries"));
        if (!binary
            && !file.equals(kept)
            && !file.equals(data)
            && !file.equals(data.resolve("database"))) {
          Files.delete(file);
        }
      }
    }
  }

  private DataFolder() {}
}
