package com.hekax.phone.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Two businesses to look at, the same on every machine: ids, logins and numbers are fixed, so that
 * anyone can script against them. Written as the superuser of the embedded database, which exists
 * on one machine only; loading it again changes nothing.
 */
public final class DemoData {
  static final String PASSWORD = "demo-password-2026";
  static final String BRIGHT_DENTAL_OWNER = "owner@brightdental.example";
  public static final String BRIGHT_DENTAL_NUMBER = "+14155550100";
  static final String RAPID_PLUMBING_OWNER = "owner@rapidplumbing.example";
  public static final String RAPID_PLUMBING_NUMBER = "+16285550100";

  private final Connection connection;

  /** The e-mail of the owner whose number it is. */
  public static Optional<String> ownerOf(String number) {
    return switch (number) {
      case BRIGHT_DENTAL_NUMBER -> Optional.of(BRIGHT_DENTAL_OWNER);
      case RAPID_PLUMBING_NUMBER -> Optional.of(RAPID_PLUMBING_OWNER);
      default -> Optional.empty();
    };
  }

  /** Somebody of a business whom callers are put through to. */
  public record Person(String name, String number) {}

  /** Who is rung first for a caller of that number. */
  public static Optional<Person> personOf(String number) {
    return switch (number) {
      case BRIGHT_DENTAL_NUMBER -> Optional.of(new Person("Dana Bright", "+14155550171"));
      case RAPID_PLUMBING_NUMBER -> Optional.of(new Person("Joe Pipe", "+16285550171"));
      default -> Optional.empty();
    };
  }

  DemoData(Connection connection) {
    this.connection = connection;
  }

  void load() throws SQLException {
    try (connection;
        var statement = connection.createStatement();
        var script = DemoData.class.getResourceAsStream("/demo/demo-data.sql")) {
      connection.setAutoCommit(false);
      statement.execute(
          new String(
              java.util.Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
      connection.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
