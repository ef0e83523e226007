package com.hekax.phone.receptionist.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hekax.phone.receptionist.Receptionist;
import com.hekax.phone.receptionist.ReceptionistSettings;
import java.time.Instant;

/** A receptionist as the API shows it. */
record ReceptionistBody(
    @JsonUnwrapped ReceptionistSettings settings, Instant updatedAt, int version) {

  static ReceptionistBody of(Receptionist receptionist) {
    return new ReceptionistBody(
        receptionist.settings(), receptionist.updatedAt(), receptionist.version());
  }
}
