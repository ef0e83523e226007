package com.hekax.phone.crm.api;

import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.crm.Connections;
import com.hekax.phone.crm.CrmConnectionId;
import com.hekax.phone.crm.CrmWiring;
import com.hekax.phone.crm.SyncTask;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.queues.DeliveryAttempt;
import com.hekax.phone.platform.queues.DeliveryStory;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists which leads were brought to a CRM and what came of each attempt, newest first. */
@Route(
    value = "GET /api/crm/connections/{crmConnectionId}/deliveries",
    needs = Permission.CRM_MANAGE)
public final class ListCrmDeliveriesHandler extends ApiHandler {
  private final Connections connections;

  public ListCrmDeliveriesHandler() {
    this(CrmWiring.connections());
  }

  ListCrmDeliveriesHandler(Connections connections) {
    this.connections = connections;
  }

  private record AttemptBody(Instant at, Optional<String> error) {

    static AttemptBody of(DeliveryAttempt attempt) {
      return new AttemptBody(attempt.at(), attempt.error());
    }
  }

  private record DeliveryBody(
      UUID id,
      LeadId leadId,
      String status,
      List<AttemptBody> attempts,
      Optional<String> lastError,
      Instant createdAt,
      Optional<Instant> nextAttemptAt,
      Optional<Instant> deliveredAt) {

    static DeliveryBody of(DeliveryStory story) {
      var delivery = story.delivery();
      return new DeliveryBody(
          delivery.id(),
          SyncTask.of(delivery.event()).lead(),
          delivery.status(),
          story.attempts().stream().map(AttemptBody::of).toList(),
          delivery.lastError(),
          delivery.createdAt(),
          delivery.nextAttemptAt(),
          delivery.deliveredAt());
    }
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var page =
        connections.deliveries(
            request.organization(),
            request.path("crmConnectionId", CrmConnectionId::parse),
            request.page());
    return ApiResponse.ok(page.map(DeliveryBody::of));
  }
}
