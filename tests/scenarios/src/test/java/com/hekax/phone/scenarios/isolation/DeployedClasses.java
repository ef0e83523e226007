package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The class files of all functions and of the platform that they share, as they are deployed. */
final class DeployedClasses {

  /** Those whose file is so named, in the order of their names. */
  static List<ClassModel> named(Path root, Predicate<String> simpleName) {
    var classes = new ArrayList<ClassModel>();
    ProbedRoute.application(root).functions().stream()
        .map(function -> function.code())
        .distinct()
        .sorted()
        .forEach(code -> classes.addAll(read(code, simpleName)));
    classes.addAll(read(platform(), simpleName));
    return List.copyOf(classes);
  }

  private static Path platform() {
    try {
      return Path.of(Database.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<ClassModel> read(Path code, Predicate<String> simpleName) {
    try {
      if (Files.isDirectory(code)) {
        return readBelow(code, simpleName);
      }
      try (var jar = FileSystems.newFileSystem(code)) {
        return readBelow(jar.getPath("/"), simpleName);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ClassModel> readBelow(Path folder, Predicate<String> simpleName)
      throws IOException {
    try (var files = Files.walk(folder)) {
      var classes = new ArrayList<ClassModel>();
      for (var file : files.sorted().toList()) {
        var name = String.valueOf(file.getFileName());
        if (name.endsWith(".class") && simpleName.test(name.replace(".class", ""))) {
          classes.add(ClassFile.of().parse(Files.readAllBytes(file)));
        }
      }
      return classes;
    }
  }

  private DeployedClasses() {}
}
