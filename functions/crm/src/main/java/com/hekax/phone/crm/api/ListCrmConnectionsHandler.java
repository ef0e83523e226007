package com.hekax.phone.crm.api;

import com.hekax.phone.crm.Connections;
import com.hekax.phone.crm.CrmWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.Optional;

/**
 * Lists the CRM accounts that the organization has connected: one a provider, so there is one page.
 */
@Route(value = "GET /api/crm/connections", needs = Permission.CRM_MANAGE)
public final class ListCrmConnectionsHandler extends ApiHandler {
  private final Connections connections;

  public ListCrmConnectionsHandler() {
    this(CrmWiring.connections());
  }

  ListCrmConnectionsHandler(Connections connections) {
    this.connections = connections;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var items = connections.all(request.organization()).stream().map(ConnectionBody::of).toList();
    return ApiResponse.ok(new Page<>(items, Optional.empty()));
  }
}
