package com.hekax.phone.platform.queues;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.platform.db.Tx;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which events a consumer acts on, and how. */
public final class Subscriptions {
  private final Map<String, Subscription<?>> byType = new HashMap<>();

  private Subscriptions() {}

  /**
   * One kind of event.
   *
   * @param inTransaction the effect is rows only: it and the note that the event is handled are one
   *     transaction
   * @param outside the effect is outside the database and carries a key of its own, so that doing
   *     it twice is harmless
   */
  record Subscription<E extends DomainEvent>(
      Class<E> type,
      @Nullable BiConsumer<Tx, E> inTransaction,
      @Nullable Function<E, Delivery> outside) {}

  public static Subscriptions none() {
    return new Subscriptions();
  }

  /** Acts on an event with rows alone, in the transaction that also remembers the event. */
  public <E extends DomainEvent> Subscriptions write(Class<E> type, BiConsumer<Tx, E> effect) {
    byType.put(type.getSimpleName(), new Subscription<>(type, effect, null));
    return this;
  }

  /** Acts on an event outside the database; the event is remembered once that is done. */
  public <E extends DomainEvent> Subscriptions send(Class<E> type, Function<E, Delivery> effect) {
    byType.put(type.getSimpleName(), new Subscription<>(type, null, effect));
    return this;
  }

  /** The events' detail-types; a test holds them against the rule of the queue. */
  public Set<String> types() {
    return Set.copyOf(byType.keySet());
  }

  @Nullable Subscription<?> of(String detailType) {
    return byType.get(detailType);
  }
}
