package com.hekax.phone.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What was measured of one route, over all rounds. */
final class RouteFigures {
  private final String name;
  private final Load load;
  private final List<long[]> rounds = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;
  private Cpu cpu = Cpu.NONE;

  RouteFigures(String name, Load load) {
    this.name = name;
    this.load = load;
  }

  void warmUp(Duration time) throws Exception {
    load.run(time);
  }

  /** One more round. */
  void measure(Duration time, ProductProcess product) throws Exception {
    var cpuBefore = product.cpu();
    var begun = System.nanoTime();
    rounds.add(load.run(time));
    elapsed = elapsed.plusNanos(System.nanoTime() - begun);
    cpu = cpu.plus(product.cpu().minus(cpuBefore));
  }

  /** Adds the rows of this route, compared with the function that does nothing. */
  void report(Table table, RouteFigures instant) {
    var times = times();
    table.row(
        name + ", answers",
        "%,.0f requests/s".formatted(perSecond()),
        ratio(perSecond(), instant.perSecond(), instant));
    table.row(
        name + ", time",
        "p50 %.1f ms, p99 %.1f ms".formatted(times.median(), times.percentile(99)),
        ratio(times.median(), instant.times().median(), instant));
    table.row(
        name + ", CPU",
        "%.3f ms a request: handler %.3f, runner %.3f"
            .formatted(millis(cpu.all()), millis(cpu.handlers()), millis(cpu.runner())),
        "runner: %.2f of the whole".formatted((double) cpu.runner() / cpu.all()));
  }

  private String ratio(double figure, double ofInstant, RouteFigures instant) {
    return this == instant ? "" : "%.2f of the %s's".formatted(figure / ofInstant, instant.name);
  }

  private Samples times() {
    return new Samples(rounds.stream().flatMapToLong(LongStream::of).toArray());
  }

  private long requests() {
    return rounds.stream().mapToLong(times -> times.length).sum();
  }

  private double perSecond() {
    return requests() / (elapsed.toNanos() / 1e9);
  }

  private double millis(long nanos) {
    return nanos / 1e6 / requests();
  }
}
