package com.hekax.phone.benchmarks;

import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CPU time that handlers have used. Each environment runs its handler in a thread of its own,
 * named as the function, and nothing else in that thread.
 */
final class HandlerCpu {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Set<String> functions;

  HandlerCpu(Collection<LambdaFunction> functions) {
    this.functions = functions.stream().map(LambdaFunction::name).collect(Collectors.toSet());
  }

  /** All handlers together, since their environments began; one that has ended is not counted. */
  long nanos() {
    return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && functions.contains(thread.getThreadName()))
        .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
        .sum();
  }
}
