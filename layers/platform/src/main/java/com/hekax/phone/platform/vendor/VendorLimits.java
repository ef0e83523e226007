package com.hekax.phone.platform.vendor;

import java.time.Duration;

/**
 * How long a vendor may take and how much it may say.
 *
 * @param connectWithin until a connection stands
 * @param answerWithin until the whole answer is there, connecting included
 * @param largestBody in bytes
 */
public record VendorLimits(Duration connectWithin, Duration answerWithin, int largestBody) {
  /** Ends within the fifteen seconds that an API function has. */
  public static final VendorLimits DEFAULT =
      new VendorLimits(Duration.ofSeconds(3), Duration.ofSeconds(10), 2_000_000);
}
