package com.hekax.phone.localstack;

import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.platform.queues.Delivery;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A worker that keeps what it is told. */
final class LeadCapturedWorker extends QueueWorker {
  static final List<LeadCaptured> RECEIVED = new CopyOnWriteArrayList<>();

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none()
        .send(
            LeadCaptured.class,
            event -> {
              RECEIVED.add(event);
              return Delivery.done();
            });
  }
}
