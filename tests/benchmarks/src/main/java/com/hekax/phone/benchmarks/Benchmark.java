package com.hekax.phone.benchmarks;

/** One part of the measurements. */
interface Benchmark {
  /** Measures, and puts each figure into the table as soon as it is known. */
  void measure(Workplace workplace, Table table) throws Exception;
}
