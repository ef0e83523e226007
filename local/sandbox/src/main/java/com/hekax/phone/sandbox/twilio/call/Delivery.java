package com.hekax.phone.sandbox.twilio.call;

import java.time.Duration;
import java.util.Optional;

/**
 * How webhooks arrive; Twilio sends each callback apart from the others and promises no order.
 *
 * @param reversed all status callbacks are kept to the end and sent last first
 * @param times how often each of them is sent
 * @param lag how late each is
 * @param disorder the seed of what {@link Disorder} does to all webhooks; empty when it is that of
 *     the exchange, if there is one
 */
public record Delivery(boolean reversed, int times, Duration lag, Optional<Long> disorder) {
  public static final Delivery PLAIN = new Delivery(false, 1, Duration.ZERO, Optional.empty());
}
