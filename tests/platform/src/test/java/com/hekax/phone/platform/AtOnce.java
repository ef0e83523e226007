package com.hekax.phone.platform;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Work done by several at the same time. */
public final class AtOnce {

  /** A piece of work that knows its number. */
  @FunctionalInterface
  public interface Numbered<T> {
    T run(int number) throws Exception;
  }

  /** Does it so many times at once; the results in the order of the numbers. */
  public static <T> List<T> times(int times, Numbered<T> work) {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, times).mapToObj(i -> people.submit(numbered(work, i))).toList();
      return running.stream().map(AtOnce::join).toList();
    }
  }

  private static <T> Callable<T> numbered(Numbered<T> work, int number) {
    return () -> work.run(number);
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private AtOnce() {}
}
