package com.hekax.phone.live.worker;

import com.hekax.phone.contracts.CallUpdated;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.live.Broadcast;
import com.hekax.phone.live.LiveWiring;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;

/** Tells open pages what changed: kept first, all of the batch, and sent then. */
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
        .write(LeadCaptured.class, this::captured)
        .write(LeadUpdated.class, this::updated)
        .write(CallUpdated.class, this::updated);
  }

  @Override
  protected void afterBatch() {
    broadcast.send();
  }

  private void captured(Tx tx, LeadCaptured event) {
    broadcast.lead(tx, event.organization(), "lead.captured", event.occurredAt(), event.lead());
  }

  private void updated(Tx tx, LeadUpdated event) {
    broadcast.lead(tx, event.organization(), "lead.updated", event.occurredAt(), event.lead());
  }

  private void updated(Tx tx, CallUpdated event) {
    broadcast.call(tx, event.organization(), "call.updated", event.occurredAt(), event.call());
  }
}
