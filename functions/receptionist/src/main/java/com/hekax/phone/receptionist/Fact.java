package com.hekax.phone.receptionist;

import java.time.Instant;

/** Something that the receptionist knows about the business. */
public record Fact(
    FactId id, String topic, String answer, int position, Instant updatedAt, int version) {

  /** What people may change. */
  public FactFields fields() {
    return new FactFields(topic, answer, position);
  }

  /** As the model hears of it. */
  Knowledge knowledge() {
    return new Knowledge(topic, answer);
  }
}
