package com.hekax.phone.receptionist;

import java.util.List;

/**
 * All that a call is told of the receptionist, once, when it begins: what the media bridge gets as
 * {@code snapshot}; see docs/api/bridge.md.
 *
 * @param version grows with each change of the settings or facts
 */
public record Snapshot(
    int version,
    String model,
    String transcriptionModel,
    Voice voice,
    Language language,
    String instructions,
    String greeting,
    String resumedGreeting,
    List<Tool> tools,
    Limits limits) {

  /** What no call may exceed; {@code toolTimeoutMillis} is how long one tool may take. */
  public record Limits(
      int maxCallSeconds, int checkInAfterSeconds, int checkIns, int toolTimeoutMillis) {}
}
