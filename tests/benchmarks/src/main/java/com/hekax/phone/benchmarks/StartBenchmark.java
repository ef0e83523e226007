package com.hekax.phone.benchmarks;

import com.hekax.phone.start.Main;

/** How long {@code ./hekax start} takes, from the start of the JVM to "is ready". */
final class StartBenchmark implements Benchmark {
  private static final int RUNS = 5;
  private static final String DATA = "start";

  @Override
  public void measure(Workplace workplace, Table table) throws Exception {
    var first = new long[RUNS];
    var second = new long[RUNS];
    var fresh = new long[RUNS];
    for (var run = 0; run < RUNS; run++) {
      var data = workplace.emptyFolder(DATA).toString();
      var root = workplace.root().toString();
      first[run] = nanosUntilReady(root, "--data", data, "--any-port");
      second[run] = nanosUntilReady(root, "--data", data, "--any-port");
      fresh[run] = nanosUntilReady(root, "--data", data, "--any-port", "--fresh");
    }
    workplace.remove(DATA);
    var again = new Samples(second);
    row(table, "in an empty folder", new Samples(first), again);
    row(table, "--fresh: empty data", new Samples(fresh), again);
    row(table, "again: data of before", again, again);
    table.note("The first start in a folder also unpacks the database's programs.");
  }

  private static long nanosUntilReady(String... arguments) throws Exception {
    try (var product = ProductProcess.start(Main.class, arguments)) {
      return product.nanosUntilReady();
    }
  }

  private static void row(Table table, String what, Samples times, Samples again) {
    table.row(
        what,
        "min %.1f s, median %.1f s, max %.1f s of %d"
            .formatted(times.min() / 1e3, times.median() / 1e3, times.max() / 1e3, times.count()),
        times == again
            ? ""
            : "%.2f of a start with data".formatted(times.median() / again.median()));
  }
}
