package com.hekax.phone.sandbox.twilio.call;

import java.time.Duration;

/**
 * How status callbacks arrive; Twilio sends each apart from the others and promises no order.
 *
 * @param reversed all are kept to the end and sent last first
 * @param times how often each is sent
 * @param lag how late each is
 */
public record Delivery(boolean reversed, int times, Duration lag) {
  public static final Delivery PLAIN = new Delivery(false, 1, Duration.ZERO);
}
