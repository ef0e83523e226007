package com.hekax.phone.notifications.api;

import com.hekax.phone.platform.queues.DeliveryAttempt;
import com.hekax.phone.platform.queues.DeliveryStory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A line of a delivery log as the API shows it.
 *
 * @param lastError also says why something was given up that was not even tried
 */
record DeliveryBody(
    UUID id,
    String eventType,
    String status,
    List<AttemptBody> attempts,
    Optional<String> lastError,
    Instant createdAt,
    Optional<Instant> nextAttemptAt,
    Optional<Instant> deliveredAt) {

  record AttemptBody(Instant at, Optional<Integer> status, Optional<String> error) {

    static AttemptBody of(DeliveryAttempt attempt) {
      return new AttemptBody(attempt.at(), attempt.status(), attempt.error());
    }
  }

  /**
   * The line of one delivery.
   *
   * @param eventName the name outside of what stands in {@code deliveries}
   */
  static DeliveryBody of(DeliveryStory story, UnaryOperator<String> eventName) {
    var delivery = story.delivery();
    return new DeliveryBody(
        delivery.id(),
        eventName.apply(delivery.eventType()),
        delivery.status(),
        story.attempts().stream().map(AttemptBody::of).toList(),
        delivery.lastError(),
        delivery.createdAt(),
        delivery.nextAttemptAt(),
        delivery.deliveredAt());
  }
}
