package com.hekax.phone.scenarios;

import com.hekax.phone.database.FreeRequests;
import com.hekax.phone.platform.Env;
import com.hekax.phone.runner.RunnerBuilder;
import com.hekax.phone.start.Ports;
import com.hekax.phone.start.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The product for a test: on free ports, with demo data, in a folder that is thrown away. */
public final class TestProduct {
  /** The project's folder, from the build. */
  public static final Path ROOT = Path.of(System.getProperty("hekax.root"));

  /** Starts it as {@code ./hekax start} would. */
  public static Product start() throws Exception {
    return start(folder(), UnaryOperator.identity());
  }

  /**
   * Starts it over the data of {@code folder}, with a last word on the runner. All tests ask from
   * one address and many as one person, so requests are free.
   */
  public static Product start(Path folder, UnaryOperator<RunnerBuilder> change) throws Exception {
    var settings = new Product.Settings(ROOT, folder, Ports.ANY, Env.of(Map.of()), change);
    var product = Product.start(settings, _ -> {});
    try (var superuser = product.database().superuser(product.databaseName())) {
      FreeRequests.begin(superuser);
    }
    return product;
  }

  /** An empty folder, which is deleted when all tests have run. */
  public static Path folder() throws IOException {
    var folder = Files.createTempDirectory("hekax-product");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    return folder;
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TestProduct() {}
}
