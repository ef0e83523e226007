package com.hekax.phone.bridge.conversation;

import java.util.List;
import java.util.Optional;

/**
 * A response of the model that has ended.
 *
 * @param reason why it was cancelled or is incomplete; may be empty
 * @param errorCode why it failed; may be empty
 * @param messages ids of the items in it that are speech
 */
public record ModelResponse(
    String id,
    Status status,
    String reason,
    String errorCode,
    Optional<Purpose> purpose,
    List<String> messages,
    List<FunctionCall> calls,
    Usage usage) {

  /** How it ended. */
  public enum Status {
    COMPLETED,
    CANCELLED,
    INCOMPLETE,
    FAILED
  }
}
