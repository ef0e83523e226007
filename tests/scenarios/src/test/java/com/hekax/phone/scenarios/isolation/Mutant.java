package com.hekax.phone.scenarios.isolation;

import java.util.Optional;

/**
 * A hole made on purpose, one at a time.
 *
 * @param excuse why nobody can see it, for what is none; empty for a real hole
 */
record Mutant(Lock lock, String name, Optional<String> excuse, Planting planting) {
  /** Which of the locks it is made in. */
  enum Lock {
    STATEMENT("organization in a statement"),
    POLICY("row-level security of a table"),
    RIGHT("right of a role on a table"),
    PERMISSION("permission of a route");

    private final String text;

    Lock(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Makes the hole, has the probes look, and closes it. */
  @FunctionalInterface
  interface Planting {
    /** What a probe saw; empty when none saw anything. */
    Optional<String> seen() throws Exception;
  }

  /** A hole that somebody must see. */
  Mutant(Lock lock, String name, Planting planting) {
    this(lock, name, Optional.empty(), planting);
  }

  /** Whether it ended as it should: a hole is seen, and what is excused is not. */
  boolean ends() throws Exception {
    return planting.seen().isPresent() == excuse.isEmpty();
  }

  @Override
  public String toString() {
    return lock + ": " + name;
  }
}
