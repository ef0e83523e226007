package com.hekax.phone.live.api;

import com.hekax.phone.live.LiveWiring;
import com.hekax.phone.live.Tickets;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;

/** Gives a ticket to open the live link with. */
@Route(value = "POST /api/live/tickets", needs = Permission.CALLS_READ)
public final class CreateLiveTicketHandler extends ApiHandler {
  private final Tickets tickets;

  public CreateLiveTicketHandler() {
    this(LiveWiring.tickets());
  }

  CreateLiveTicketHandler(Tickets tickets) {
    this.tickets = tickets;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var issued = tickets.issue(request.member());
    return ApiResponse.json(201, new TicketBody(issued.ticket().value(), issued.expiresAt()))
        .header("cache-control", "no-store")
        .asShownOnce();
  }

  record TicketBody(String ticket, Instant expiresAt) {}
}
