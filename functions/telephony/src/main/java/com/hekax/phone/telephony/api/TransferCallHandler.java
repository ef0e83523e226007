package com.hekax.phone.telephony.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.telephony.TelephonyWiring;
import com.hekax.phone.telephony.Transfers;
import com.hekax.phone.telephony.Transfers.Choice;
import java.util.Optional;

/** The assistant's tool {@code transfer_call}: says whom the caller will be put through to. */
@Route(value = "POST /api/bridge/tools/transfer-call", needs = Permission.CALL)
public final class TransferCallHandler extends ApiHandler {
  private final Transfers transfers;

  public TransferCallHandler() {
    this(TelephonyWiring.transfers());
  }

  TransferCallHandler(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var wanted = request.body(Wanted.class);
    return ApiResponse.ok(
        switch (transfers.choose(request.organization(), request.call(), wanted.to())) {
          case Choice.To(var name) -> new Told(true, true, Optional.of(name), Optional.empty());
          case Choice.Nobody(var reason) ->
              new Told(true, false, Optional.empty(), Optional.of(reason));
        });
  }

  /**
   * What the assistant asks for.
   *
   * @param to whom the caller named
   * @param reason why, in the assistant's words
   */
  record Wanted(Optional<String> to, String reason) {}

  /** What the assistant is told, word by word. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Told(boolean ok, boolean transferring, Optional<String> to, Optional<String> reason) {}
}
