package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.openai.wire.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The responses of a session: one at a time in the conversation, any number beside it. */
final class Responses {
  private final Stage stage;
  private final Consumer<Response> ended;
  private final List<Response> all = new ArrayList<>();

  /**
   * @param ended told of each response after its end
   */
  Responses(Stage stage, Consumer<Response> ended) {
    this.stage = stage;
    this.ended = ended;
  }

  List<Response> all() {
    return List.copyOf(all);
  }

  /** The one that speaks in the conversation now. */
  Optional<Response> active() {
    return all.reversed().stream()
        .filter(response -> !response.isApart())
        .filter(Responses::isRunning)
        .findFirst();
  }

  /**
   * @param request as the client wrote it, or an empty object
   */
  void create(JsonNode request) {
    stage
        .settings()
        .checkVoice(
            request.path("audio").path("output").path("voice"), "response.audio.output.voice");
    var response = new Response(stage, request, context(request), ended);
    var active = active();
    if (!response.isApart() && active.isPresent()) {
      throw Refused.because(
          "conversation_already_has_active_response",
          "Conversation already has an active response in progress: %s. Wait until the response is finished before creating a new one."
              .formatted(active.get().id()));
    }
    all.add(response);
    response.begin();
  }

  /** Cancels one by its id, or the active one. */
  void cancel(Optional<String> id) {
    var response =
        id.isEmpty()
            ? active()
            : all.stream()
                .filter(Responses::isRunning)
                .filter(one -> one.id().equals(id.get()))
                .findFirst();
    response
        .orElseThrow(
            () ->
                Refused.because(
                    "response_cancel_not_active", "Cancellation failed: no active response found"))
        .cancel("client_cancelled");
  }

  /** Somebody speaks: who is answering stops. */
  void interrupt() {
    active().ifPresent(response -> response.cancel("turn_detected"));
  }

  private static boolean isRunning(Response response) {
    return response.status() == Response.Status.IN_PROGRESS;
  }

  /** The conversation, or what the request says is to be read instead. */
  private List<Item> context(JsonNode request) {
    var dialogue = stage.dialogue();
    return request.has("input")
        ? request.path("input").valueStream().map(item -> item(dialogue, item)).toList()
        : dialogue.items();
  }

  private static Item item(Dialogue dialogue, JsonNode described) {
    if (!described.path("type").asText().equals("item_reference")) {
      return Item.of(described);
    }
    var id = Json.text(described, "id").orElseThrow();
    return dialogue
        .find(id)
        .orElseThrow(
            () ->
                Refused.at(
                    "response.input",
                    "invalid_value",
                    "Item with id '" + id + "' does not exist in the conversation."));
  }
}
