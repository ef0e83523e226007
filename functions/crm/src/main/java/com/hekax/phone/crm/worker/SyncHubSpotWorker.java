package com.hekax.phone.crm.worker;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.crm.CrmWiring;
import com.hekax.phone.crm.Dispatcher;
import com.hekax.phone.crm.Intake;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what happened, in the transaction that remembers the event, and brings the lead up to
 * date in HubSpot after it. What comes of nothing, {@code ResendHubSpotJob} tries again.
 */
public final class SyncHubSpotWorker extends QueueWorker {
  private final Intake intake;
  private final Dispatcher dispatcher;
  private final List<Outgoing> opened = new ArrayList<>();

  public SyncHubSpotWorker() {
    this(CrmWiring.intake(), CrmWiring.dispatcher());
  }

  SyncHubSpotWorker(Intake intake, Dispatcher dispatcher) {
    this.intake = intake;
    this.dispatcher = dispatcher;
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none()
        .write(
            LeadCaptured.class,
            (tx, event) ->
                keep(tx, intake.lead(tx, event.organization(), event.eventId(), event.lead())))
        .write(
            LeadUpdated.class,
            (tx, event) ->
                keep(tx, intake.lead(tx, event.organization(), event.eventId(), event.lead())))
        .write(CallEnded.class, (tx, event) -> keep(tx, intake.call(tx, event)));
  }

  @Override
  protected void afterBatch() {
    var batch = List.copyOf(opened);
    opened.clear();
    batch.forEach(dispatcher::attempt);
  }

  private void keep(Tx tx, List<Outgoing> outgoing) {
    tx.afterCommit(() -> opened.addAll(outgoing));
  }
}
