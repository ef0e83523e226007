package com.hekax.phone.receptionist;

/**
 * How long things may take in a call.
 *
 * @param maxCallSeconds after this the receptionist says goodbye
 * @param checkInAfterSeconds so long a silence makes it ask whether the caller is there
 * @param checkIns so often it asks before it says goodbye
 */
public record CallLimits(int maxCallSeconds, int checkInAfterSeconds, int checkIns) {
  static final CallLimits STANDARD = new CallLimits(1800, 10, 2);
}
