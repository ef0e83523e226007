package com.hekax.phone.notifications;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Carries claimed deliveries out, all at once, and notes how each went as soon as it ends: a slow
 * receiver keeps nobody waiting. What cannot be noted is due again when its claim ends.
 *
 * @param <A> how an attempt may end
 */
public final class Courier<A> {
  private final Channel<A> channel;

  public Courier(Channel<A> channel) {
    this.channel = channel;
  }

  public Channel<A> channel() {
    return channel;
  }

  private record Ended<A>(Outgoing outgoing, A attempt, long millis) {}

  /** Returns when each of them has been tried, postponed or given up. */
  public void deliver(List<Outgoing> claimed) {
    var parcels = channel.pass(claimed);
    var ended = new LinkedBlockingQueue<Ended<A>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var parcel : parcels) {
        var context = contextOf(parcel.outgoing());
        threads.execute(() -> ended.add(context.call(() -> measured(parcel))));
      }
      // Noted in this thread, which has the one database connection that is kept.
      for (int i = 0; i < parcels.size(); i++) {
        var next = ended.take();
        contextOf(next.outgoing()).run(() -> note(next));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A delivery is one of many that are tried together: its lines are those of its own cause. */
  private static LogContext contextOf(Outgoing outgoing) {
    return LogContext.current()
        .on(outgoing.organizationId())
        .correlatedBy(outgoing.correlationId());
  }

  private Ended<A> measured(Parcel<A> parcel) {
    long start = System.nanoTime();
    var attempt = attempt(parcel);
    return new Ended<>(parcel.outgoing(), attempt, (System.nanoTime() - start) / 1_000_000);
  }

  private A attempt(Parcel<A> parcel) {
    try {
      return parcel.send();
    } catch (RuntimeException | Error e) {
      Log.error(
          "A notification could not be sent for a reason on our side",
          e,
          field("channel", channel.consumer()),
          field("deliveryId", parcel.outgoing().id()));
      return channel.notMade();
    }
  }

  private void note(Ended<A> ended) {
    var outgoing = ended.outgoing();
    var attempt = ended.attempt();
    Log.info(
        "A notification was tried",
        field("channel", channel.consumer()),
        field("target", outgoing.target()),
        field("deliveryId", outgoing.id()),
        field("attempt", outgoing.attempts() + 1),
        field("outcome", attempt.getClass().getSimpleName()),
        field("millis", ended.millis()));
    try {
      channel.note(outgoing, attempt);
    } catch (RuntimeException e) {
      Log.error(
          "How a notification went could not be noted", e, field("deliveryId", outgoing.id()));
    }
  }
}
