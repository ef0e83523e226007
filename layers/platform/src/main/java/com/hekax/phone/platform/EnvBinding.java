package com.hekax.phone.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where {@link Env#current()} looks. */
final class EnvBinding {
  static final ThreadLocal<@Nullable Env> BOUND = new ThreadLocal<>();

  static final Env PROCESS =
      name -> Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());

  private EnvBinding() {}
}
