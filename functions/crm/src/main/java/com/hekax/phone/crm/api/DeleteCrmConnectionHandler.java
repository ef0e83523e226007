package com.hekax.phone.crm.api;

import com.hekax.phone.crm.Connections;
import com.hekax.phone.crm.CrmConnectionId;
import com.hekax.phone.crm.CrmWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Disconnects a CRM: nothing more is written to it. */
@Route(value = "DELETE /api/crm/connections/{crmConnectionId}", needs = Permission.CRM_MANAGE)
public final class DeleteCrmConnectionHandler extends ApiHandler {
  private final Connections connections;

  public DeleteCrmConnectionHandler() {
    this(CrmWiring.connections());
  }

  DeleteCrmConnectionHandler(Connections connections) {
    this.connections = connections;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    connections.disconnect(
        request.organization(), request.path("crmConnectionId", CrmConnectionId::parse));
    return ApiResponse.noContent();
  }
}
