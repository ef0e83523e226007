package com.hekax.phone.calls.api;

import com.hekax.phone.calls.CallTurn;
import com.hekax.phone.calls.CallsWiring;
import com.hekax.phone.calls.Speaker;
import com.hekax.phone.calls.Transcripts;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Saves what is said in the call that is asking, as it goes on. */
@Route(value = "POST /api/calls/{callId}/turns", needs = Permission.CALL)
public final class CreateCallTurnsHandler extends ApiHandler {
  private final Transcripts transcripts;

  public CreateCallTurnsHandler() {
    this(CallsWiring.transcripts());
  }

  CreateCallTurnsHandler(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var by = AskingCall.ofPath(request);
    transcripts.save(by, request.body(Turns.class).turns().stream().map(Turn::turn).toList());
    return ApiResponse.noContent();
  }

  record Turns(List<Turn> turns) {}

  record Turn(
      String itemId,
      int position,
      Speaker speaker,
      String text,
      Instant at,
      boolean interrupted,
      Optional<Integer> heardMs) {

    CallTurn turn() {
      return new CallTurn(
          TimeOrderedUuid.next(), itemId, position, speaker, text, at, interrupted, heardMs);
    }
  }
}
