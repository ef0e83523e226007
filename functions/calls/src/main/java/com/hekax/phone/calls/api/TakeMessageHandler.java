package com.hekax.phone.calls.api;

import com.hekax.phone.calls.CallsWiring;
import com.hekax.phone.calls.Messages;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.Optional;
import java.util.UUID;

/** A tool of the receptionist: takes a message in the call that is asking. */
@Route(value = "POST /api/calls/tools/take-message", needs = Permission.CALL)
public final class TakeMessageHandler extends ApiHandler {
  private final Messages messages;

  public TakeMessageHandler() {
    this(CallsWiring.messages());
  }

  TakeMessageHandler(Messages messages) {
    this.messages = messages;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var message = request.body(Message.class);
    var id =
        messages.take(
            AskingCall.of(request),
            message.message(),
            message.name(),
            message.phone(),
            message.forWhom());
    return ApiResponse.ok(new Taken(true, id));
  }

  record Message(
      String message, Optional<String> name, Optional<String> phone, Optional<String> forWhom) {}

  record Taken(boolean ok, UUID messageId) {}
}
