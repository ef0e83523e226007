package com.hekax.phone.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Sixteen clients that ask for one path, each again as soon as it is answered. */
record Load(DemoOwner owner, String path) {
  static final int CLIENTS = 16;

  /** Asks for so long, and gives the time of every answer in nanoseconds. */
  long[] run(Duration time) throws Exception {
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var until = System.nanoTime() + time.toNanos();
      var clients = new ArrayList<Callable<LongStream>>();
      for (var client = 0; client < CLIENTS; client++) {
        clients.add(() -> ask(until));
      }
      var times = LongStream.empty();
      for (var client : threads.invokeAll(clients)) {
        times = LongStream.concat(times, client.get());
      }
      return times.toArray();
    }
  }

  private LongStream ask(long until) throws IOException {
    var times = LongStream.builder();
    try (var client = new KeepAliveClient(owner.product(), path, owner.token())) {
      for (var asked = System.nanoTime(); asked < until; ) {
        client.get();
        var answered = System.nanoTime();
        times.add(answered - asked);
        asked = answered;
      }
    }
    return times.build();
  }
}
