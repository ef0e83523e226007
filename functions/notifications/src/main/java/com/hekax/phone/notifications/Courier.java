package com.hekax.phone.notifications;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Carries claimed deliveries to their receivers, all at once, and notes how each went as soon as it
 * ends: a slow receiver keeps nobody waiting. What cannot be noted is due again when its claim
 * ends.
 */
public final class Courier {
  private final Gate gate;
  private final WebhookSender sender;
  private final Outcomes outcomes;

  Courier(Gate gate, WebhookSender sender, Outcomes outcomes) {
    this.gate = gate;
    this.sender = sender;
    this.outcomes = outcomes;
  }

  private record Ended(Parcel parcel, Attempt attempt) {}

  /** Returns when each of them has been tried, postponed or given up. */
  public void deliver(List<Outgoing> claimed) {
    var parcels = gate.pass(claimed);
    var ended = new LinkedBlockingQueue<Ended>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var parcel : parcels) {
        var context = LogContext.current().on(parcel.outgoing().organizationId());
        threads.execute(() -> ended.add(new Ended(parcel, context.call(() -> attempt(parcel)))));
      }
      // Noted in this thread, which has the one database connection that is kept.
      for (int i = 0; i < parcels.size(); i++) {
        var next = ended.take();
        LogContext.current()
            .on(next.parcel().outgoing().organizationId())
            .run(() -> note(next.parcel(), next.attempt()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Attempt attempt(Parcel parcel) {
    try {
      return sender.send(parcel.outgoing(), parcel.receiver());
    } catch (RuntimeException | Error e) {
      Log.error(
          "A webhook could not be sent for a reason on our side",
          e,
          field("webhookId", parcel.receiver().id()));
      return new Attempt.NotMade();
    }
  }

  private void note(Parcel parcel, Attempt attempt) {
    Log.info(
        "A webhook was tried",
        field("webhookId", parcel.receiver().id()),
        field("deliveryId", parcel.outgoing().id()),
        field("attempt", parcel.outgoing().attempts() + 1),
        field("accepted", attempt instanceof Attempt.Accepted));
    try {
      outcomes.note(parcel.outgoing(), attempt);
    } catch (RuntimeException e) {
      Log.error(
          "How a webhook went could not be noted", e, field("deliveryId", parcel.outgoing().id()));
    }
  }
}
