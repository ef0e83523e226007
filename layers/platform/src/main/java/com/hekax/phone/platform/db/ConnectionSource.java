package com.hekax.phone.platform.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * One kept connection, opened on first use: a Lambda environment serves one request at a time and
 * RDS Proxy does the pooling. A second one at the same time is opened for the moment and closed
 * after it.
 */
final class ConnectionSource implements ConnectionFactory, AutoCloseable {
  /** A connection that rested longer is asked whether it still lives. */
  private static final Duration TRUSTED = Duration.ofSeconds(30);

  private static final int VALIDATION_SECONDS = 2;

  private final String url;
  private final String user;
  private final Supplier<String> password;
  private final Duration trusted;
  private final AtomicReference<@Nullable Resting> resting = new AtomicReference<>();

  ConnectionSource(String url, String user, Supplier<String> password) {
    this(url, user, password, TRUSTED);
  }

  /** With another time of trust: for tests, which do not wait. */
  ConnectionSource(String url, String user, Supplier<String> password, Duration trusted) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.trusted = trusted;
  }

  private record Resting(Connection connection, long sinceNanos) {
    boolean isFresh(Duration trusted) {
      return System.nanoTime() - sinceNanos < trusted.toNanos();
    }
  }

  @Override
  public Connection openConnection() throws SQLException {
    var kept = resting.getAndSet(null);
    if (kept != null) {
      if (isUsable(kept)) {
        return kept.connection();
      }
      kept.connection().close();
    }
    return connect();
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    if (!resting.compareAndSet(null, new Resting(connection, System.nanoTime()))) {
      connection.close();
    }
  }

  @Override
  public void close() {
    var kept = resting.getAndSet(null);
    if (kept != null) {
      try {
        kept.connection().close();
      } catch (SQLException alreadyGone) {
        // Closing is all that was wanted.
      }
    }
  }

  private boolean isUsable(Resting kept) throws SQLException {
    // A connection whose statement failed on the wire closes itself, so the fresh ones need no
    // question.
    return !kept.connection().isClosed()
        && (kept.isFresh(trusted) || kept.connection().isValid(VALIDATION_SECONDS));
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password.get());
    // Without the first, the driver sends SET application_name; with named statements, the proxy
    // pins the session.
    properties.setProperty("assumeMinServerVersion", "16");
    properties.setProperty("prepareThreshold", "0");
    properties.setProperty("ApplicationName", "hekax");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "15");
    // A server's detail quotes the row it complains of, and errors are logged.
    properties.setProperty("logServerErrorDetail", "false");
    return DriverManager.getConnection(url, properties);
  }
}
