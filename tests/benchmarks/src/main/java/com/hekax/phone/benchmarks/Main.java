package com.hekax.phone.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./hekax bench}. Arguments: the project's folder, and the parts to measure; none means all.
 */
public final class Main {
  /** In the order in which they are measured. */
  private static final List<String> ALL =
      List.of("start", "requests", "calls", "function", "accounts", "audit", "resources");

  public static void main(String[] arguments) throws Exception {
    // Whoever ends the measurement ends what is being measured.
    Runtime.getRuntime().addShutdownHook(new Thread(Main::endProcesses, "end-processes"));
    var words = List.of(arguments);
    var workplace = new Workplace(Path.of(words.getFirst()).toAbsolutePath().normalize());
    var chosen = words.size() > 1 ? words.subList(1, words.size()) : ALL;
    var table = new Table(System.out);
    for (var part : chosen) {
      benchmark(part).measure(workplace, table.part(part));
    }
    workplace.keep("bench.txt", table.text());
  }

  private static void endProcesses() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroy);
  }

  private static Benchmark benchmark(String part) {
    return switch (part) {
      case "start" -> new StartBenchmark();
      case "requests" -> new RequestBenchmark();
      case "calls" -> new CallBenchmark();
      case "function" -> new FunctionBenchmark();
      case "accounts" -> new AccountsBenchmark();
      case "audit" -> new AuditBenchmark();
      case "resources" -> new StackResources();
      default -> throw new IllegalArgumentException("The parts are " + ALL + ", not " + part);
    };
  }

  private Main() {}
}
