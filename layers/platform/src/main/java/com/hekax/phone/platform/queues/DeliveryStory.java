package com.hekax.phone.platform.queues;

import java.util.List;

/**
 * One event and one target, and all that was tried to bring them together.
 *
 * @param attempts the oldest first
 */
public record DeliveryStory(DeliveryRecord delivery, List<DeliveryAttempt> attempts) {}
