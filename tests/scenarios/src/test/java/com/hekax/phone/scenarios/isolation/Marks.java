package com.hekax.phone.scenarios.isolation;

import java.util.concurrent.atomic.AtomicInteger;

/** Words that stand for a business and occur nowhere else. */
public final class Marks {
  private static final AtomicInteger COUNT = new AtomicInteger();

  public static String next() {
    return "zq" + System.nanoTime() + "x" + COUNT.incrementAndGet();
  }

  private Marks() {}
}
