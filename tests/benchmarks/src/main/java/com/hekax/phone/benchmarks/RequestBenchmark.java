package com.hekax.phone.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How many requests the product answers, how fast, and for how much CPU. The instant function is
 * what the others are compared to.
 */
final class RequestBenchmark implements Benchmark {
  private static final String DATA = "requests";
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration ROUND = Duration.ofSeconds(6);
  private static final int ROUNDS = 3;

  @Override
  public void measure(Workplace workplace, Table table) throws Exception {
    var data = workplace.emptyFolder(DATA).toString();
    try (var product =
        ProductProcess.start(ProductWithInstantFunction.class, workplace.root().toString(), data)) {
      var owner = DemoOwner.signIn(product.uri());
      checkInPlace(owner);
      var me = new RouteFigures("GET /api/me", new Load(owner, "/api/me"));
      var leads =
          new RouteFigures(
              "GET /api/leads", new Load(owner, ProductWithInstantFunction.REAL_ROUTE));
      var instant =
          new RouteFigures(
              "instant function", new Load(owner, ProductWithInstantFunction.INSTANT_ROUTE));
      var routes = List.of(me, leads, instant);
      for (var route : routes) {
        route.warmUp(WARM_UP);
      }
      // By turns, so that what else this machine does falls on all of them.
      for (var round = 0; round < ROUNDS; round++) {
        for (var route : routes) {
          route.measure(ROUND, product);
        }
      }
      routes.forEach(route -> route.report(table, instant));
    }
    workplace.remove(DATA);
    table.note(
        "%d clients, HTTP/1.1 kept alive, in a JVM of their own on the same cores; %d rounds of %d s by turns."
            .formatted(Load.CLIENTS, ROUNDS, ROUND.toSeconds()));
    table.note(
        "CPU is that of the product's JVM, without the database. The handler's: of the threads that run handlers and nothing else; the runner's: of all others.");
    table.note(
        "The instant function answers at once with the body of GET /api/leads, in the same product, behind the same gateway and authorizer.");
    table.note(
        "It costs the runner least: at its pace few threads fall asleep and have to be woken for the next request.");
  }

  /** What is compared has to be what it is said to be. */
  private static void checkInPlace(DemoOwner owner) throws Exception {
    var list = owner.get(ProductWithInstantFunction.REAL_ROUTE);
    if (!owner.get(ProductWithInstantFunction.INSTANT_ROUTE).equals(list)) {
      throw new IllegalStateException("The instant function is not in its place");
    }
  }
}
