package com.hekax.phone.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The fallback addresses of all numbers, as somebody has to tell them to Twilio. */
final class FallbackAddresses {
  private final Connection connection;

  FallbackAddresses(Connection connection) {
    this.connection = connection;
  }

  /** The path of each number's document. */
  Map<String, String> read() throws SQLException {
    try (connection;
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select number, fallback_key from phone_numbers")) {
      var paths = new HashMap<String, String>();
      while (rows.next()) {
        var number = rows.getString(1);
        paths.put(number, "/fallback/%s-%s.xml".formatted(number.substring(1), rows.getString(2)));
      }
      return Map.copyOf(paths);
    }
  }
}
