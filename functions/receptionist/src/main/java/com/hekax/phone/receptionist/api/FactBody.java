package com.hekax.phone.receptionist.api;

import com.hekax.phone.receptionist.Fact;
import com.hekax.phone.receptionist.FactId;
import java.time.Instant;

/** A fact as the API shows it. */
record FactBody(
    FactId id, String topic, String answer, int position, Instant updatedAt, int version) {

  static FactBody of(Fact fact) {
    return new FactBody(
        fact.id(), fact.topic(), fact.answer(), fact.position(), fact.updatedAt(), fact.version());
  }
}
