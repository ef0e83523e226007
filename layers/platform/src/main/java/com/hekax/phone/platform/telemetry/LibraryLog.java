package com.hekax.phone.platform.telemetry;

import com.hekax.phone.platform.Env;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Brings warnings of libraries, which arrive in {@code java.util.logging} from the JDK and through
 * SLF4J, into the log as the same JSON lines.
 */
public final class LibraryLog extends Handler {
  private static final Formatter MESSAGES = new SimpleFormatter();

  private LibraryLog() {
    setLevel(Level.WARNING);
  }

  /**
   * Takes over the JVM's logging if this JVM runs one function, as on Lambda; in the local runner,
   * which has many functions and logging of its own, it changes nothing. May be called again.
   */
  public static void install(Env env) {
    if (env.find("AWS_LAMBDA_RUNTIME_API").isPresent()) {
      install();
    }
  }

  /** Takes over the JVM's logging: nothing below a warning, and no other handler. */
  public static synchronized void install() {
    var root = root();
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.setLevel(Level.WARNING);
    root.addHandler(new LibraryLog());
  }

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    var level = record.getLevel().intValue() >= Level.SEVERE.intValue() ? "ERROR" : "WARN";
    var name = record.getLoggerName();
    var logger = name == null ? "" : name;
    var text = MESSAGES.formatMessage(record);
    var thrown = record.getThrown();
    if (thrown == null) {
      Log.relay(level, logger, text);
    } else {
      Log.relay(level, logger, text, thrown);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private static Logger root() {
    return LogManager.getLogManager().getLogger("");
  }
}
