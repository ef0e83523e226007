package com.hekax.phone.receptionist.store;

import com.hekax.phone.receptionist.CallLimits;
import com.hekax.phone.receptionist.CaptureField;
import com.hekax.phone.receptionist.Language;
import com.hekax.phone.receptionist.Receptionist;
import com.hekax.phone.receptionist.ReceptionistSettings;
import com.hekax.phone.receptionist.TransferPolicy;
import com.hekax.phone.receptionist.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of {@code receptionists}. */
public record ReceptionistRow(
    String assistantName,
    Voice voice,
    Language language,
    String greeting,
    String resumedGreeting,
    List<CaptureField> captureFields,
    Optional<String> instructions,
    TransferPolicy transferPolicy,
    int maxCallSeconds,
    int checkInAfterSeconds,
    int checkIns,
    Instant updatedAt,
    int version) {

  /** What it says. */
  public Receptionist receptionist() {
    return new Receptionist(
        new ReceptionistSettings(
            assistantName,
            voice,
            language,
            greeting,
            resumedGreeting,
            captureFields,
            instructions,
            transferPolicy,
            new CallLimits(maxCallSeconds, checkInAfterSeconds, checkIns)),
        updatedAt,
        version);
  }
}
