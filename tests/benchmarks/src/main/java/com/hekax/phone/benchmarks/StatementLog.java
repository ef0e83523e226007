package com.hekax.phone.benchmarks;

import com.hekax.phone.start.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All statements that a product's database runs, from now on until it is closed. */
final class StatementLog implements AutoCloseable {
  private static final Pattern ENTRY =
      Pattern.compile("LOG: {2}duration: ([0-9.]+) ms {2}(parse|bind|execute) [^:]*: (.*)");

  private final Product product;
  private final Path file;
  private final long from;

  /**
   * One step of a statement.
   *
   * @param executes whether it is the step that runs it; parsing and binding are steps before it
   */
  record Statement(double millis, boolean executes, String sql) {}

  private StatementLog(Product product, Path file) throws IOException {
    this.product = product;
    this.file = file;
    this.from = Files.size(file);
  }

  static StatementLog begin(Product product, Path data) throws IOException, SQLException {
    set(product, "0");
    return new StatementLog(product, data.resolve("database/server.log"));
  }

  /** What it ran so far, each statement in one line. */
  List<Statement> read() throws IOException {
    var bytes = Files.readAllBytes(file);
    var text = new String(bytes, (int) from, bytes.length - (int) from, StandardCharsets.UTF_8);
    // The lines after a statement's first begin with a tab.
    return text.replace("\n\t", " ")
        .lines()
        .map(ENTRY::matcher)
        .filter(Matcher::find)
        .map(
            entry ->
                new Statement(
                    Double.parseDouble(entry.group(1)),
                    entry.group(2).equals("execute"),
                    entry.group(3).replaceAll("\\s+", " ")))
        .toList();
  }

  @Override
  public void close() throws SQLException {
    set(product, "-1");
  }

  private static void set(Product product, String milliseconds) throws SQLException {
    try (var superuser = product.database().superuser(product.databaseName());
        var statement = superuser.createStatement()) {
      statement.execute("alter system set log_min_duration_statement = " + milliseconds);
      statement.execute("select pg_reload_conf()");
    }
  }
}
