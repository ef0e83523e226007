package com.hekax.phone.platform.events;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.events.Outbox.OutboxRow;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** The bus that domains hear each other on: EventBridge. */
public final class EventBus {
  /** {@code PutEvents} takes ten at a time. */
  private static final int BATCH = 10;

  private final Supplier<EventBridgeClient> client;
  private final String busName;

  public EventBus(Supplier<EventBridgeClient> client, String busName) {
    this.client = client;
    this.busName = busName;
  }

  /**
   * Puts events on the bus.
   *
   * @return the ids of those that were taken; the others are to be put again later
   */
  public List<UUID> put(List<OutboxRow> rows) {
    var taken = new ArrayList<UUID>();
    boolean reachable = true;
    for (int from = 0; reachable && from < rows.size(); from += BATCH) {
      reachable = putBatch(rows.subList(from, Math.min(rows.size(), from + BATCH)), taken);
    }
    return taken;
  }

  /**
   * False when the bus could not be reached: each attempt takes seconds, so the others are not
   * made, and the transaction that holds the rows does not outlive its time-out.
   */
  private boolean putBatch(List<OutboxRow> batch, List<UUID> taken) {
    long start = System.nanoTime();
    try {
      var answer =
          client
              .get()
              .putEvents(request -> request.entries(batch.stream().map(this::entry).toList()));
      // A 200 may carry entries that failed.
      for (int i = 0; i < batch.size(); i++) {
        if (answer.entries().get(i).errorCode() == null) {
          taken.add(batch.get(i).id());
          announced(batch.get(i), (System.nanoTime() - start) / 1_000_000);
        } else {
          Log.warn(
              "The bus refused an event",
              field("eventId", batch.get(i).id()),
              field("code", answer.entries().get(i).errorCode()));
        }
      }
      return true;
    } catch (SdkException e) {
      Log.error("The bus could not be reached; the relay will try again", e);
      return false;
    }
  }

  /** A line of what caused the event, not of the relay that puts all of them. */
  private static void announced(OutboxRow row, long millis) {
    LogContext.current()
        .correlatedBy(row.correlationId())
        .on(row.organizationId())
        .run(
            () ->
                Log.info(
                    "An event was announced",
                    field("type", row.type()),
                    field("eventId", row.id()),
                    field("millis", millis)));
  }

  private PutEventsRequestEntry entry(OutboxRow row) {
    return PutEventsRequestEntry.builder()
        .eventBusName(busName)
        .source(row.source())
        .detailType(row.type())
        .time(row.occurredAt())
        .detail(Json.write(new EventDetail(row.correlationId(), Json.tree(row.detail()))))
        .build();
  }
}
