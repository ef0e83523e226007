package com.hekax.phone.platform;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The settings of one function, as its template names them. On Lambda these are the environment
 * variables; the local runner binds its own, one set a function, because a JVM has one environment.
 *
 * <p>Read it while a handler is being constructed and keep what you read: {@link #current()} knows
 * the right function only then.
 */
public interface Env {

  /** The setting, or empty when the template does not set it or sets it to nothing. */
  Optional<String> find(String name);

  /**
   * The setting that this function cannot work without.
   *
   * @throws IllegalStateException naming the missing setting
   */
  default String get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("The setting " + name + " is missing"));
  }

  /** The settings bound to this thread, or the process's own. */
  static Env current() {
    var bound = EnvBinding.BOUND.get();
    return bound == null ? EnvBinding.PROCESS : bound;
  }

  /** Settings from a map: for the local runner and for tests. */
  static Env of(Map<String, String> values) {
    var copy = Map.copyOf(values);
    return name -> Optional.ofNullable(copy.get(name)).filter(value -> !value.isBlank());
  }

  /** Runs {@code work} on this thread with {@code env} as the current settings. */
  static <T> T bind(Env env, Callable<T> work) throws Exception {
    var before = EnvBinding.BOUND.get();
    EnvBinding.BOUND.set(env);
    try {
      return work.call();
    } finally {
      if (before == null) {
        EnvBinding.BOUND.remove();
      } else {
        EnvBinding.BOUND.set(before);
      }
    }
  }
}
