package com.hekax.phone.live.worker;

import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.live.Broadcast;
import com.hekax.phone.live.LiveWiring;
import com.hekax.phone.platform.queues.Delivery;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;

/**
 * Tells open pages what changed. A page that is told twice sees the same version of a lead again,
 * so doing it again is harmless.
 */
public final class BroadcastLiveWorker extends QueueWorker {
  private final Broadcast broadcast;

  public BroadcastLiveWorker() {
    this(LiveWiring.broadcast());
  }

  BroadcastLiveWorker(Broadcast broadcast) {
    this.broadcast = broadcast;
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none()
        .send(LeadCaptured.class, this::captured)
        .send(LeadUpdated.class, this::updated);
  }

  private Delivery captured(LeadCaptured event) {
    return delivery(
        broadcast.lead(event.organization(), "lead.captured", event.occurredAt(), event.lead()));
  }

  private Delivery updated(LeadUpdated event) {
    return delivery(
        broadcast.lead(event.organization(), "lead.updated", event.occurredAt(), event.lead()));
  }

  private static Delivery delivery(boolean told) {
    return told ? Delivery.done() : Delivery.again("no live link could be reached");
  }
}
