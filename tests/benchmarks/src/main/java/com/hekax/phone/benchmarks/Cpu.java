package com.hekax.phone.benchmarks;

/** CPU time of the product's JVM in nanoseconds: of all its threads, and of its handlers'. */
record Cpu(long all, long handlers) {
  static final Cpu NONE = new Cpu(0, 0);

  Cpu plus(Cpu other) {
    return new Cpu(all + other.all, handlers + other.handlers);
  }

  Cpu minus(Cpu earlier) {
    return new Cpu(all - earlier.all, handlers - earlier.handlers);
  }

  /** What no handler used: the runner with its front, gateway and queues, and the JVM itself. */
  long runner() {
    return all - handlers;
  }
}
