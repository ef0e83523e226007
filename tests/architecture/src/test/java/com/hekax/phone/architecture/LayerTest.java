package com.hekax.phone.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code mvn package} puts into layers and jars is what Lambda can take. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LayerTest {
  /** Lambda takes 250 MB unpacked, layers and function together. */
  private static final long MOST_BYTES = 250L * 1024 * 1024;

  private static final List<String> LAYERS = List.of("platform", "twilio");

  @BeforeAll
  static void layers_are_built() {
    assumeTrue(
        LAYERS.stream().allMatch(layer -> Files.isDirectory(libraries(layer))),
        "The layers are not built; `mvn package` makes them");
  }

  @Test
  void no_library_is_there_twice() {
    // In two layers, or in one that was built over an older one: which version runs would be
    // chance. `mvn clean` forgets the older one.
    var layersOfLibrary =
        LAYERS.stream()
            .flatMap(layer -> jars(layer).map(jar -> Map.entry(libraryOf(jar), layer)))
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    assertThat(layersOfLibrary)
        .isNotEmpty()
        .allSatisfy((library, layers) -> assertThat(layers).as(library).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_function_and_its_layers_fit_into_Lambda(StackTemplate domain) {
    var jar = jarOf(domain);
    assumeTrue(Files.exists(jar), () -> jar + " is not built; `mvn package` makes it");
    long layers = LAYERS.stream().flatMap(LayerTest::jars).mapToLong(LayerTest::size).sum();

    assertThat(layers + unpackedSize(jar)).isLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void the_jar_of_a_domain_holds_its_own_classes_and_pages_alone(StackTemplate domain) {
    var jar = jarOf(domain);
    assumeTrue(Files.exists(jar), () -> jar + " is not built; `mvn package` makes it");
    assertThat(entries(jar))
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(name -> name.startsWith("com/hekax/phone/" + domain.domain() + "/"));
    assertThat(entries(jar)).contains("api/" + domain.domain() + ".yaml", "api/common.yaml");
  }

  private static Path libraries(String layer) {
    return StackTemplate.repository().resolve("layers/" + layer + "/target/layer/java/lib");
  }

  private static Path jarOf(StackTemplate domain) {
    return StackTemplate.repository()
        .resolve("functions/" + domain.domain() + "/target/" + domain.domain() + ".jar");
  }

  private static Stream<Path> jars(String layer) {
    try (var files = Files.list(libraries(layer))) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The name without the version: {@code jackson-core-2.23.0.jar} is {@code jackson-core}. Our own
   * jar of a layer may be called as the library that it wraps.
   */
  private static String libraryOf(Path jar) {
    var name = jar.getFileName().toString().replaceFirst("-[0-9].*$", "");
    return isOurs(jar) ? "ours: " + name : name;
  }

  private static boolean isOurs(Path jar) {
    return entries(jar).stream().anyMatch(entry -> entry.startsWith("com/hekax/phone/"));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long unpackedSize(Path jar) {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream().mapToLong(ZipEntry::getSize).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> entries(Path jar) {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
