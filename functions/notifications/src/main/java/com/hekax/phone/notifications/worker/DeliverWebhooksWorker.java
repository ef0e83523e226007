package com.hekax.phone.notifications.worker;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.notifications.Announcer;
import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.NotificationsWiring;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down which webhooks are to be told of an event, in the transaction that remembers the
 * event, and makes the first attempts of a whole batch together after it. What comes of nothing,
 * {@code ResendWebhooksJob} sends again.
 */
public final class DeliverWebhooksWorker extends QueueWorker {
  private final Announcer announcer;
  private final Courier courier;
  private final List<Outgoing> opened = new ArrayList<>();

  public DeliverWebhooksWorker() {
    this(NotificationsWiring.announcer(), NotificationsWiring.courier());
  }

  DeliverWebhooksWorker(Announcer announcer, Courier courier) {
    this.announcer = announcer;
    this.courier = courier;
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none()
        .write(LeadCaptured.class, this::open)
        .write(LeadUpdated.class, this::open)
        .write(CallEnded.class, this::open);
  }

  @Override
  protected void afterBatch() {
    var batch = List.copyOf(opened);
    opened.clear();
    courier.deliver(batch);
  }

  private void open(Tx tx, DomainEvent event) {
    var outgoing = announcer.announce(tx, event);
    tx.afterCommit(() -> opened.addAll(outgoing));
  }
}
