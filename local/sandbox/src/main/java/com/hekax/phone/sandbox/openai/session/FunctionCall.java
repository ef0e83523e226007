package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.openai.wire.Json;

/** A call of a tool; the client runs it when the response is done. */
final class FunctionCall implements OutputItem {
  private final Response response;
  private final String arguments;
  private final Item item;
  private boolean over;

  FunctionCall(Response response, String tool, ObjectNode arguments) {
    this.response = response;
    this.arguments = Json.write(arguments);
    this.item = Item.call(tool);
  }

  @Override
  public void begin() {
    response.begin(item);
    for (var piece : Pieces.characters(arguments)) {
      response
          .stage()
          .events()
          .send("response.function_call_arguments.delta", place().put("delta", piece));
    }
    stop();
    response.made(Response.Status.COMPLETED);
  }

  @Override
  public void stop() {
    if (over) {
      return;
    }
    over = true;
    item.set("arguments", arguments);
    response
        .stage()
        .events()
        .send(
            "response.function_call_arguments.done",
            place().put("name", item.field("name")).put("arguments", arguments));
    response.done(item, true);
  }

  private ObjectNode place() {
    return response.about(item).put("call_id", item.field("call_id"));
  }
}
