package com.hekax.phone.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/**
 * All figures of one run. A row is printed when it is known, with the load of the machine at that
 * moment: beside other work on the same cores every time is longer, and only ratios of one run can
 * be compared with those of another.
 */
final class Table {
  private static final String ROW = "%-9s  %-36s  %-58s  %-38s  %s";

  private final PrintStream console;
  private final StringBuilder text;
  private final String part;

  Table(PrintStream console) {
    this(console, new StringBuilder(), "");
    print(
        "Measured on %d cores of %s, Java %s, load average before %.1f"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                loadAverage()));
    print(ROW.formatted("Part", "What", "Figures", "Ratio", "Load"));
  }

  private Table(PrintStream console, StringBuilder text, String part) {
    this.console = console;
    this.text = text;
    this.part = part;
  }

  /** The same table, for the rows of one part. */
  Table part(String name) {
    return new Table(console, text, name);
  }

  /**
   * Adds a row.
   *
   * @param ratio of what to what, both measured in this run; empty for what others are compared to
   */
  void row(String what, String figures, String ratio) {
    print(ROW.formatted(part, what, figures, ratio, "%.1f".formatted(loadAverage())));
  }

  /** Adds a sentence about the rows above it. */
  void note(String sentence) {
    print("%-9s  %s".formatted(part, sentence));
  }

  /** Everything that was printed. */
  String text() {
    return text.toString();
  }

  /** Of the last minute, what is measured included. */
  private static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private void print(String line) {
    console.println(line.stripTrailing());
    console.flush();
    text.append(line.stripTrailing()).append('\n');
  }
}
