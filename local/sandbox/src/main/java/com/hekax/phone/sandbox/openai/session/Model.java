package com.hekax.phone.sandbox.openai.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A model that a session may be opened with ("Deprecations" and the model pages, read 2026-11-22).
 *
 * @param lastDay the day before it is shut down
 * @param reasons takes {@code reasoning}
 */
public record Model(String name, Optional<LocalDate> lastDay, boolean reasons) {
  private static final Optional<LocalDate> OPEN = Optional.empty();
  private static final Optional<LocalDate> FIRST_GENERATION =
      Optional.of(LocalDate.of(2027, 1, 19));

  private static final List<Model> ALL =
      List.of(
          new Model("gpt-realtime-2.1", OPEN, true),
          new Model("gpt-realtime-2.1-mini", OPEN, true),
          new Model("gpt-realtime-2", OPEN, true),
          new Model("gpt-realtime-1.5", OPEN, false),
          new Model("gpt-realtime", FIRST_GENERATION, false),
          new Model("gpt-realtime-2025-08-28", FIRST_GENERATION, false),
          new Model("gpt-realtime-mini", FIRST_GENERATION, false),
          new Model("gpt-realtime-mini-2025-12-15", FIRST_GENERATION, false));

  /** A model of that name that is still served on that day. */
  public static Optional<Model> find(String name, LocalDate today) {
    return ALL.stream()
        .filter(model -> model.name.equals(name))
        .filter(model -> model.lastDay.map(day -> !today.isAfter(day)).orElse(true))
        .findFirst();
  }
}
