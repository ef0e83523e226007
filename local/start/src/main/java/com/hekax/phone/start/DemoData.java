package com.hekax.phone.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Two businesses to look at, the same on every machine: ids, logins and numbers are fixed, so that
 * anyone can script against them. Written as the superuser of the embedded database, which exists
 * on one machine only; loading it again changes nothing.
 */
final class DemoData {
  static final String PASSWORD = "demo-password-2026";
  static final String BRIGHT_DENTAL_OWNER = "owner@brightdental.example";
  static final String BRIGHT_DENTAL_NUMBER = "+14155550100";
  static final String RAPID_PLUMBING_OWNER = "owner@rapidplumbing.example";

  private final Connection connection;

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
