package com.hekax.phone.operations.job;

import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** A bus that takes every event but those of one type. */
record PickyBus(String refused) implements EventBridgeClient {

  @Override
  public PutEventsResponse putEvents(PutEventsRequest request) {
    return PutEventsResponse.builder()
        .entries(request.entries().stream().map(this::result).toList())
        .build();
  }

  private PutEventsResultEntry result(PutEventsRequestEntry entry) {
    var result = PutEventsResultEntry.builder();
    return entry.detailType().equals(refused)
        ? result.errorCode("ValidationException").build()
        : result.eventId("taken").build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
