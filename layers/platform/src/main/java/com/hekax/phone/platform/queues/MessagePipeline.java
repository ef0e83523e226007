package com.hekax.phone.platform.queues;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.events.EventDetail;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.QueueWorker.BatchAnswer;
import com.hekax.phone.platform.queues.QueueWorker.SqsBatch;
import com.hekax.phone.platform.queues.Subscriptions.Subscription;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.telemetry.Metrics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Function;

/** What happens around every consumer of events; see {@link QueueWorker}. */
final class MessagePipeline {
  private final String consumer;
  private final Database database;
  private final InstantSource clock;
  private final String service;

  MessagePipeline(String consumer, Platform platform) {
    this.consumer = consumer;
    this.database = platform.database();
    this.clock = platform.clock();
    this.service = platform.service();
  }

  /** The EventBridge envelope, as a rule puts it on a queue. */
  private record Envelope(@JsonProperty("detail-type") String detailType, EventDetail detail) {}

  BatchAnswer handle(SqsBatch batch, Context context, Subscriptions subscriptions) {
    var failures = new ArrayList<BatchAnswer.Failure>();
    for (var message : batch.records()) {
      boolean done =
          LogContext.of(service, context.getFunctionName(), message.messageId())
              .call(() -> handle(message.body(), subscriptions));
      if (!done) {
        failures.add(new BatchAnswer.Failure(message.messageId()));
      }
    }
    return new BatchAnswer(failures);
  }

  void finish(Context context, Runnable afterBatch) {
    LogContext.of(service, context.getFunctionName(), context.getAwsRequestId())
        .run(
            () -> {
              try {
                afterBatch.run();
              } catch (RuntimeException e) {
                Log.error("What follows a batch failed", e);
              }
            });
  }

  private boolean handle(String body, Subscriptions subscriptions) {
    boolean done = isDone(body, subscriptions);
    Metrics.ofQueue(consumer).count("Messages", 1).count("ToBeShownAgain", done ? 0 : 1).write();
    return done;
  }

  private boolean isDone(String body, Subscriptions subscriptions) {
    try {
      var envelope = Json.read(body, Envelope.class);
      var subscription = subscriptions.of(envelope.detailType());
      if (subscription == null) {
        Log.error(
            "An event came to a queue whose worker does not act on it",
            field("type", envelope.detailType()));
        return false;
      }
      return switch (act(subscription, envelope.detail())) {
        case Delivery.Done _, Delivery.Scheduled _ -> true;
        case Delivery.Again(var reason) -> {
          Log.warn("An event is to be shown again", field("reason", reason));
          yield false;
        }
      };
    } catch (RuntimeException | Error e) {
      // Shown again, and after five times in the dead-letter queue, which pages somebody.
      Log.error("An event could not be handled", e);
      return false;
    }
  }

  private <E extends DomainEvent> Delivery act(Subscription<E> subscription, EventDetail detail) {
    // Found rather than set: a failure, which is logged outside of this, is of the same cause.
    LogContext.foundCorrelation(detail.correlationId());
    var event = Json.read(detail.event().toString(), subscription.type());
    return LogContext.current().on(event.organization()).call(() -> measured(subscription, event));
  }

  private <E extends DomainEvent> Delivery measured(Subscription<E> subscription, E event) {
    long start = System.nanoTime();
    var delivery = act(subscription, event);
    Log.info(
        "An event was handled",
        field("consumer", consumer),
        field("type", subscription.type().getSimpleName()),
        field("outcome", delivery.getClass().getSimpleName()),
        field("millis", (System.nanoTime() - start) / 1_000_000));
    return delivery;
  }

  private <E extends DomainEvent> Delivery act(Subscription<E> subscription, E event) {
    var inTransaction = subscription.inTransaction();
    if (inTransaction == null) {
      return send(Objects.requireNonNull(subscription.outside()), event);
    }
    database.useTransaction(
        event.organization(),
        tx -> {
          if (remember(tx.dao(HandledEventDao.class), event)) {
            inTransaction.accept(tx, event);
          }
        });
    return Delivery.done();
  }

  private <E extends DomainEvent> Delivery send(Function<E, Delivery> effect, E event) {
    boolean known =
        database.read(
            event.organization(),
            tx ->
                tx.dao(HandledEventDao.class)
                    .isHandled(event.organization(), consumer, event.eventId()));
    if (known) {
      return Delivery.done();
    }
    var delivery = effect.apply(event);
    if (!(delivery instanceof Delivery.Again)) {
      database.useTransaction(
          event.organization(), tx -> remember(tx.dao(HandledEventDao.class), event));
    }
    return delivery;
  }

  private boolean remember(HandledEventDao handled, DomainEvent event) {
    return handled.insert(event.organization(), consumer, event.eventId(), clock.instant()) == 1;
  }
}
