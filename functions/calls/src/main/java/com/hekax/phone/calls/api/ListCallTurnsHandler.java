package com.hekax.phone.calls.api;

import com.hekax.phone.calls.CallTurn;
import com.hekax.phone.calls.Calls;
import com.hekax.phone.calls.CallsWiring;
import com.hekax.phone.calls.Speaker;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.Optional;

/** Lists what was said in a call, from its beginning. */
@Route(value = "GET /api/calls/{callId}/turns", needs = Permission.CALLS_READ)
public final class ListCallTurnsHandler extends ApiHandler {
  private final Calls calls;

  public ListCallTurnsHandler() {
    this(CallsWiring.calls());
  }

  ListCallTurnsHandler(Calls calls) {
    this.calls = calls;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var call = request.path("callId", CallId::parse);
    var page = calls.turns(request.organization(), call, request.page());
    return ApiResponse.ok(page.map(TurnBody::of));
  }

  record TurnBody(
      String itemId,
      int position,
      Speaker speaker,
      String text,
      Instant at,
      boolean interrupted,
      Optional<Integer> heardMs) {

    static TurnBody of(CallTurn turn) {
      return new TurnBody(
          turn.itemId(),
          turn.position(),
          turn.speaker(),
          turn.text(),
          turn.at(),
          turn.interrupted(),
          turn.heardMs());
    }
  }
}
