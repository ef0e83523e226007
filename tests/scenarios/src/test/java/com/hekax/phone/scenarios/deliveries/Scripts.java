package com.hekax.phone.scenarios.deliveries;

import java.util.List;

/** The scripts of {@code ./hekax call}, in groups that can be played at the same time. */
final class Scripts {
  /** A further script is one more word; one that changes how the stand-ins are is alone. */
  static final List<List<String>> GROUPS =
      List.of(List.of("new-lead", "interrupt", "hang-up-early"));

  static List<String> all() {
    return GROUPS.stream().flatMap(List::stream).toList();
  }

  private Scripts() {}
}
