package com.hekax.phone.runner.s3;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of one bucket as files. Keys are encoded, because any text may be a key. */
final class ObjectFolder {
  private static final int LONGEST_NAME = 200;
  private static final String BYTES = ".object";
  private static final String FACTS = ".json";

  private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();
  private final Path folder;

  ObjectFolder(Path folder) {
    this.folder = folder;
  }

  synchronized StoredObject put(String key, byte[] content, Map<String, String> headers) {
    var facts = new StoredObject(key, content.length, md5(content), Instant.now(), headers);
    try {
      write(file(key, BYTES), content);
      write(file(key, FACTS), json.writeValueAsBytes(facts));
      return facts;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  synchronized Optional<StoredObject> find(String key) {
    var file = file(key, FACTS);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Some bytes of an object, both ends included. */
  synchronized byte[] read(String key, long first, long last) {
    try (var file = new RandomAccessFile(file(key, BYTES).toFile(), "r")) {
      var bytes = new byte[Math.toIntExact(last - first + 1)];
      file.seek(first);
      file.readFully(bytes);
      return bytes;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  synchronized void delete(String key) {
    try {
      Files.deleteIfExists(file(key, FACTS));
      Files.deleteIfExists(file(key, BYTES));
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }

  /** All objects in the order of their keys. */
  synchronized List<StoredObject> list() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(FACTS))
          .map(this::read)
          .sorted(Comparator.comparing(StoredObject::key))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private StoredObject read(Path file) {
    try {
      return json.readValue(file.toFile(), StoredObject.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    var temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.write(temporary, content);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(String key, String suffix) {
    var name =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    var file = folder;
    // File names end at 255 characters, keys at 1,024 bytes.
    for (; name.length() > LONGEST_NAME; name = name.substring(LONGEST_NAME)) {
      file = file.resolve(name.substring(0, LONGEST_NAME));
    }
    return file.resolve(name + suffix);
  }

  private static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
