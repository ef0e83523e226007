package com.hekax.phone.benchmarks;

import com.hekax.phone.runner.Runner;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How long one function takes from nothing to its first answer, as a process on Lambda's runtime
 * client: as it is, and with the two archives of prepared classes that a JDK can make.
 */
final class FunctionBenchmark implements Benchmark {
  private static final String DATA = "function";
  private static final String FUNCTION = "ListLeadsFunction";
  private static final String HANDLER = "com.hekax.phone.leads.api.ListLeadsHandler";
  private static final int RUNS = 7;

  @Override
  public void measure(Workplace workplace, Table table) throws Exception {
    var data = workplace.emptyFolder(DATA);
    try (var product =
        ProductWithInstantFunction.start(workplace.root(), data.resolve("product"), HANDLER)) {
      var command = new FunctionCommand(function(product.runner()), data.resolve("function.log"));
      measure(command, event(product.runner()), data, table);
    }
    workplace.remove(DATA);
    table.note(
        "Medians of %d runs by turns. Init: from the start of the JVM until it asks for work; first answer: from then on, with a session of the database."
            .formatted(RUNS));
  }

  private static void measure(FunctionCommand command, byte[] event, Path data, Table table)
      throws Exception {
    var appCds = data.resolve("function.jsa");
    var aot = data.resolve("function.aot");
    var plain = new FunctionStarts("plain", List.of(), command, event);
    var withAppCds =
        new FunctionStarts("AppCDS", List.of("-XX:SharedArchiveFile=" + appCds), command, event);
    var withAot = new FunctionStarts("AOT cache", List.of("-XX:AOTCache=" + aot), command, event);
    withAppCds.train("-XX:ArchiveClassesAtExit=" + appCds);
    withAot.train("-XX:AOTCacheOutput=" + aot);

    var all = List.of(plain, withAppCds, withAot);
    for (var run = 0; run < RUNS; run++) {
      for (var starts : all) {
        starts.measure();
      }
    }
    all.forEach(starts -> starts.report(table, plain));
    table.note(
        "The archives hold %.1f MB (AppCDS) and %.1f MB (AOT)."
            .formatted(Files.size(appCds) / 1e6, Files.size(aot) / 1e6));
  }

  private static LambdaFunction function(Runner runner) {
    return runner.functions().stream()
        .filter(function -> function.logicalId().equals(FUNCTION))
        .findFirst()
        .orElseThrow();
  }

  /** What the gateway sends for a signed-in owner, kept by the handler in the function's place. */
  private static byte[] event(Runner runner) throws Exception {
    DemoOwner.signIn(runner.baseUri()).get("/api/leads");
    return InstantHandler.lastEvent();
  }
}
