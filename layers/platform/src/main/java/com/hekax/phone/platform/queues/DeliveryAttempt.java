package com.hekax.phone.platform.queues;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of one attempt to deliver something.
 *
 * @param at when it ended
 * @param status of the answer, when there was one
 * @param error why it did not arrive, for the organization to see; empty when it did
 */
public record DeliveryAttempt(
    UUID deliveryId, Instant at, Optional<Integer> status, Optional<String> error) {}
