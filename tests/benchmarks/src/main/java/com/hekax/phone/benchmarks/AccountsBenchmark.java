package com.hekax.phone.benchmarks;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.hekax.phone.start.Product;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log-in takes and how much of it is bcrypt; and what stands before every handler: who asks,
 * how often, for which organization. The second is counted in the log of the database.
 */
final class AccountsBenchmark implements Benchmark {
  private static final String DATA = "accounts";
  private static final int WARM_UP = 5;
  private static final int LOG_INS = 40;
  private static final String PASSWORD = "demo-password-2026";

  /** Answered at once, so that nothing of it is a handler's. */
  private static final String INSTANT = "com.hekax.phone.leads.api.GetLeadHandler";

  private static final List<Part> PARTS =
      List.of(
          new Part("who asks (with each new token)", "from sessions"),
          new Part("how often (rate limit)", "app.count_request"),
          new Part("for which organization", "app.enter_organization"));

  /** What is asked for one reason, and what its statements have in them. */
  private record Part(String name, String mark) {}

  @Override
  public void measure(Workplace workplace, Table table) throws Exception {
    var data = workplace.emptyFolder(DATA);
    try (var product = ProductWithInstantFunction.start(workplace.root(), data, INSTANT)) {
      var tokens = measureLogIns(product.runner().baseUri(), table);
      countStatements(product, data, tokens, table);
    }
    workplace.remove(DATA);
    table.note(
        "bcrypt: one comparison with a hash of cost 12, by turns with the log-ins, on the same cores.");
    table.note(
        "Statements and their time as the database logs them, parsing and planning included; BEGIN and COMMIT travel with them.");
  }

  private static List<DemoOwner> measureLogIns(URI product, Table table) throws Exception {
    var hash = BCrypt.withDefaults().hashToString(12, PASSWORD.toCharArray());
    var owners = new ArrayList<DemoOwner>();
    var logIns = new long[LOG_INS];
    var comparisons = new long[LOG_INS];
    for (int round = -WARM_UP; round < LOG_INS; round++) {
      int place = Math.max(round, 0);
      long begun = System.nanoTime();
      var owner = DemoOwner.signIn(product);
      long signedIn = System.nanoTime();
      if (!BCrypt.verifyer().verify(PASSWORD.toCharArray(), hash).verified) {
        throw new IllegalStateException("The password is not that of its hash");
      }
      comparisons[place] = System.nanoTime() - signedIn;
      logIns[place] = signedIn - begun;
      owners.add(owner);
    }
    var logIn = new Samples(logIns);
    var bcrypt = new Samples(comparisons);
    table.row("a log-in", figures(logIn), "");
    table.row(
        "bcrypt", figures(bcrypt), "%.2f of a log-in".formatted(bcrypt.median() / logIn.median()));
    return owners;
  }

  private static void countStatements(
      Product product, Path data, List<DemoOwner> owners, Table table) throws Exception {
    var times = new long[owners.size()];
    try (var log = StatementLog.begin(product, data)) {
      for (int i = 0; i < times.length; i++) {
        long begun = System.nanoTime();
        owners.get(i).get(ProductWithInstantFunction.REAL_ROUTE);
        times[i] = System.nanoTime() - begun;
      }
      var statements = log.read();
      var request = new Samples(times);
      table.row("GET /api/leads with a new token", figures(request), "");
      for (var part : PARTS) {
        var own = statements.stream().filter(one -> one.sql().contains(part.mark())).toList();
        double millis = own.stream().mapToDouble(StatementLog.Statement::millis).sum();
        long executed = own.stream().filter(StatementLog.Statement::executes).count();
        table.row(
            part.name(),
            "%.2f queries and %.3f ms in the database a request"
                .formatted((double) executed / times.length, millis / times.length),
            "%.2f of the request".formatted(millis / times.length / request.median()));
      }
    }
  }

  private static String figures(Samples samples) {
    return "p50 %.1f ms, p95 %.1f ms, %d times"
        .formatted(samples.median(), samples.percentile(95), samples.count());
  }
}
