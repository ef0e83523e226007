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

  private record Ended<A>(Outgoing outgoing, A attempt) {}

  /** Returns when each of them has been tried, postponed or given up. */
  public void deliver(List<Outgoing> claimed) {
    var parcels = channel.pass(claimed);
    var ended = new LinkedBlockingQueue<Ended<A>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var parcel : parcels) {
        var context = LogContext.current().on(parcel.outgoing().organizationId());
        threads.execute(
            () -> ended.add(new Ended<>(parcel.outgoing(), context.call(() -> attempt(parcel)))));
      }
      // Noted in this thread, which has the one database connection that is kept.
      for (int i = 0; i < parcels.size(); i++) {
        var next = ended.take();
        LogContext.current()
            .on(next.outgoing().organizationId())
            .run(() -> note(next.outgoing(), next.attempt()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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

  private void note(Outgoing outgoing, A attempt) {
    Log.info(
        "A notification was tried",
        field("channel", channel.consumer()),
        field("target", outgoing.target()),
        field("deliveryId", outgoing.id()),
        field("attempt", outgoing.attempts() + 1),
        field("outcome", attempt.getClass().getSimpleName()));
    try {
      channel.note(outgoing, attempt);
    } catch (RuntimeException e) {
      Log.error(
          "How a notification went could not be noted", e, field("deliveryId", outgoing.id()));
    }
  }
}
