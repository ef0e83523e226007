package com.hekax.phone.telephony;

/**
 * How far a leg has come, in the order in which it comes there. The last five are the ways it ends.
 */
public enum LegStatus {
  QUEUED(0),
  INITIATED(1),
  RINGING(2),
  IN_PROGRESS(3),
  COMPLETED(4),
  BUSY(4),
  FAILED(4),
  NO_ANSWER(4),
  CANCELED(4);

  private static final int END = 4;

  private final int step;

  LegStatus(int step) {
    this.step = step;
  }

  /** Whether the leg is over and stays so. */
  public boolean isFinal() {
    return step == END;
  }

  boolean isAfter(LegStatus other) {
    return step > other.step;
  }
}
