package com.hekax.phone.notifications.worker;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.notifications.Courier;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.queues.QueueWorker;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down who is to be told of an event, in the transaction that remembers the event, and makes
 * the first attempts of a whole batch together after it. What comes of nothing, the channel's
 * {@code ResendJob} sends again.
 */
abstract class DeliveryWorker extends QueueWorker {
  private final Courier<?> courier;
  private final List<Outgoing> opened = new ArrayList<>();

  DeliveryWorker(Courier<?> courier) {
    this.courier = courier;
  }

  /** What a subscription does with its event. */
  final void open(Tx tx, DomainEvent event) {
    var outgoing = courier.channel().announce(tx, event);
    tx.afterCommit(() -> opened.addAll(outgoing));
  }

  @Override
  protected final void afterBatch() {
    var batch = List.copyOf(opened);
    opened.clear();
    courier.deliver(batch);
  }
}
