package com.hekax.phone.runner.aws;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.template.Application.GeneratedSecret;
import com.hekax.phone.runner.template.Application.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Secrets in one file that only its owner may read; the last value and the one before. */
public final class SecretStore {
  /** One value that a secret had. */
  public record Version(String id, String value, Instant created) {}

  /** What the file keeps of a secret. */
  public record Versions(Version current, Optional<Version> previous) {

    private Optional<Version> find(String id) {
      return Stream.concat(Stream.of(current), previous.stream())
          .filter(version -> version.id().equals(id))
          .findFirst();
    }
  }

  private static final Pattern REFERENCE =
      Pattern.compile("\\{\\{resolve:secretsmanager:(.+?):SecretString(?::([^:}]*))?(?::[^}]*)?}}");
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+,-.:;<=>?@[]^_{|}~";

  private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();
  private final Path file;
  private final Map<String, Versions> secrets = new TreeMap<>();

  /** Opens the store, empty when there is no file yet. */
  public SecretStore(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try {
        secrets.putAll(
            json.readValue(file.toFile(), new TypeReference<Map<String, Versions>>() {}));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** The secret of a name or ARN. */
  public synchronized Optional<Versions> find(String nameOrArn) {
    return Optional.ofNullable(secrets.get(name(nameOrArn)));
  }

  /** Gives a secret a value; its former one stays known as the previous. */
  public synchronized Version put(String nameOrArn, String value) {
    return put(nameOrArn, UUID.randomUUID().toString(), value);
  }

  /** Gives a secret that has none its first value. */
  public synchronized void putFirst(String nameOrArn, Supplier<String> value) {
    if (find(nameOrArn).isEmpty()) {
      put(nameOrArn, value.get());
    }
  }

  /**
   * Gives a secret a value under an id that the client chose. The same again changes nothing.
   *
   * @throws AwsException if the id has another value: somebody else was first
   */
  synchronized Version put(String nameOrArn, String id, String value) {
    var kept = find(nameOrArn);
    var taken = kept.flatMap(versions -> versions.find(id));
    if (taken.isPresent()) {
      return taken
          .filter(version -> version.value().equals(value))
          .orElseThrow(
              () ->
                  new AwsException(
                      400, "ResourceExistsException", "The version " + id + " already exists"));
    }
    var version = new Version(id, value, Instant.now());
    secrets.put(name(nameOrArn), new Versions(version, kept.map(Versions::current)));
    save();
    return version;
  }

  /** Makes the secrets of a template that are not there yet, as CloudFormation would. */
  public synchronized void create(Iterable<Secret> declared) {
    for (var secret : declared) {
      if (find(secret.name()).isEmpty()) {
        secret
            .value()
            .or(() -> secret.generated().map(this::generate))
            .ifPresent(value -> put(secret.name(), value));
      }
    }
  }

  /** Puts the secrets in the place of {{resolve:secretsmanager:…}}. */
  public String resolve(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), match.group(2))));
  }

  static String name(String nameOrArn) {
    var marker = ":secret:";
    var index = nameOrArn.indexOf(marker);
    return index < 0 ? nameOrArn : nameOrArn.substring(index + marker.length());
  }

  private String value(String nameOrArn, @Nullable String key) {
    var secret =
        find(nameOrArn)
            .orElseThrow(() -> new IllegalStateException("There is no secret " + name(nameOrArn)));
    if (key == null || key.isEmpty()) {
      return secret.current().value();
    }
    try {
      return json.readTree(secret.current().value()).path(key).asText();
    } catch (IOException notJson) {
      throw new IllegalStateException("The secret " + name(nameOrArn) + " is not JSON", notJson);
    }
  }

  private String generate(GeneratedSecret shape) {
    var random = new SecureRandom();
    var password = new StringBuilder();
    while (password.length() < shape.length()) {
      var letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
      if (shape.excluded().indexOf(letter) < 0) {
        password.append(letter);
      }
    }
    if (shape.key().isEmpty()) {
      return password.toString();
    }
    try {
      var object =
          json.readValue(
              shape.template().orElse("{}"), new TypeReference<Map<String, Object>>() {});
      object.put(shape.key().get(), password.toString());
      return json.writeValueAsString(object);
    } catch (IOException notJson) {
      throw new IllegalStateException("SecretStringTemplate is not JSON", notJson);
    }
  }

  private void save() {
    try {
      PrivateFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(secrets));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
