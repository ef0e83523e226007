package com.hekax.phone.scenarios.fuzz;

import com.hekax.phone.scenarios.TestProduct;
import com.hekax.phone.scenarios.isolation.Marks;
import com.hekax.phone.scenarios.isolation.ProbedRoute;
import com.hekax.phone.scenarios.isolation.ProvenProduct;
import com.hekax.phone.scenarios.isolation.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A product that is asked at random, and what it held before and after.
 *
 * @param warm when all functions had been asked, so that what each keeps is there
 */
record FuzzRun(FuzzFindings findings, Growth warm, Growth end, long requests, double seconds) {
  private static final int TENANTS = 4;

  /** What functions and the runner keep of one more request may not be seen among so many. */
  private static final long MOST_MEGABYTES = 150;

  private static final int MOST_THREADS = 60;
  private static final int MOST_CONNECTIONS = 40;
  private static final int MOST_OPEN_FILES = 200;

  /** So many, after a fifth as many that warm the product up. */
  static FuzzRun of(ProvenProduct proven, int count, long seed) throws Exception {
    var tenants = new ArrayList<Tenant>();
    for (int i = 0; i < TENANTS; i++) {
      tenants.add(Tenant.create(proven.superuser(), proven.schema(), Marks.next()));
    }
    var routes = ProbedRoute.everything(TestProduct.ROOT);
    var fuzzer = new Fuzzer(proven, new FuzzRequests(proven, routes, tenants));
    fuzzer.send(Math.max(count / 5, routes.size() * 10), seed - 1);
    atRest(proven);
    var warm = Growth.now(proven.superuser());
    long start = System.nanoTime();
    fuzzer.send(count, seed);
    double seconds = (System.nanoTime() - start) / 1e9;
    atRest(proven);
    return new FuzzRun(fuzzer.findings(), warm, Growth.now(proven.superuser()), count, seconds);
  }

  /** What it holds more of than it did, and more than comes and goes. */
  List<String> growth() {
    var grown = new ArrayList<String>();
    if (end.heapMegabytes() > warm.heapMegabytes() + MOST_MEGABYTES) {
      grown.add("heap");
    }
    if (end.threads() > warm.threads() + MOST_THREADS) {
      grown.add("threads");
    }
    if (end.connections() > warm.connections() + MOST_CONNECTIONS) {
      grown.add("connections");
    }
    if (end.openFiles() > warm.openFiles() + MOST_OPEN_FILES) {
      grown.add("open files");
    }
    return grown;
  }

  boolean holds() {
    return findings.faults().isEmpty() && growth().isEmpty();
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%d requests after warming up, %.0f a second%n%sWarm: %s%nEnd:  %s%nGrown: %s%n",
        requests,
        requests / seconds,
        findings.text(),
        warm,
        end,
        growth().isEmpty() ? "nothing" : growth());
  }

  private static void atRest(ProvenProduct proven) throws Exception {
    if (!proven.quiet().await()) {
      throw new IllegalStateException("A worker cannot handle what a request set off");
    }
  }
}
