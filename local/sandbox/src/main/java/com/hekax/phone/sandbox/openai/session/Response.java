package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.openai.audio.AudioFormat;
import com.hekax.phone.sandbox.openai.faults.Fault;
import com.hekax.phone.sandbox.openai.receptionist.Reply;
import com.hekax.phone.sandbox.openai.receptionist.Situation;
import com.hekax.phone.sandbox.openai.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One response from its creation to {@code response.done}, which comes whatever happens. */
final class Response {

  /** How a response stands. */
  enum Status {
    IN_PROGRESS,
    COMPLETED,
    CANCELLED,
    INCOMPLETE,
    FAILED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String id = Ids.response();
  private final Stage stage;
  private final JsonNode request;
  private final Meter.Input input;
  private final Situation situation;
  private final Consumer<Response> ended;
  private final List<Item> output = new ArrayList<>();
  private Optional<OutputItem> current = Optional.empty();
  private Loop.Timer next = Loop.Timer.NONE;
  private Loop.Timer failure = Loop.Timer.NONE;
  private Status status = Status.IN_PROGRESS;
  private Optional<ObjectNode> statusDetails = Optional.empty();
  private Optional<ObjectNode> usage = Optional.empty();

  /**
   * @param request the {@code response} of the client, or an empty object
   * @param context what the model reads
   * @param ended told after {@code response.done}
   */
  Response(Stage stage, JsonNode request, List<Item> context, Consumer<Response> ended) {
    this.stage = stage;
    this.request = request;
    this.ended = ended;
    var tools = tools();
    // The context is read now: what is added while it is being answered belongs to the next turn.
    input = stage.meter().input(instructions(), tools, context);
    situation =
        new Situation(
            stage.settings().instructions(),
            Json.text(request, "instructions"),
            Json.text(request.path("metadata"), "purpose"),
            context.stream().map(item -> item.turn(stage.world().clips())).toList(),
            tools,
            field("tool_choice"));
  }

  String id() {
    return id;
  }

  Status status() {
    return status;
  }

  /** Does it leave the conversation untouched? */
  boolean isApart() {
    return request.path("conversation").asText().equals("none");
  }

  List<Item> output() {
    return List.copyOf(output);
  }

  Stage stage() {
    return stage;
  }

  AudioFormat format() {
    return AudioFormat.of(audio().path("format"));
  }

  /** How much may be said, in tokens. */
  int mostTokens() {
    var most = field("max_output_tokens");
    return most.isInt() ? most.asInt() : Integer.MAX_VALUE;
  }

  void begin() {
    send("response.created");
    stage.events().send("rate_limits.updated", rateLimits());
    var fault = stage.world().faults().take(Fault.Kind.RESPONSE);
    fault.ifPresent(
        planned -> failure = stage.loop().after(planned.after(), () -> fail(planned.code())));
    if (stage.world().faults().take(Fault.Kind.SILENCE).isEmpty()) {
      next = stage.loop().after(stage.world().pace().think(), this::answer);
    }
  }

  /** Ends it early: {@code turn_detected} or {@code client_cancelled}. */
  void cancel(String reason) {
    end(Status.CANCELLED, because(Status.CANCELLED, reason));
  }

  /** The answer is made, to its end or as far as it may be. */
  void made(Status how) {
    end(
        how,
        how == Status.INCOMPLETE
            ? because(Status.INCOMPLETE, "max_output_tokens")
            : Optional.empty());
  }

  /** Tells of an item that begins. */
  void begin(Item item) {
    output.add(item);
    sendAbout("response.output_item.added", item);
    if (!isApart()) {
      stage.dialogue().begin(item);
    }
  }

  /** Tells of an item that is as it stays. */
  void done(Item item, boolean whole) {
    item.set("status", whole ? "completed" : "incomplete");
    if (!isApart()) {
      stage.dialogue().done(item);
    }
    sendAbout("response.output_item.done", item);
  }

  /** Fields that every event about an item begins with. */
  ObjectNode about(Item item) {
    return Json.object()
        .put("response_id", id)
        .put("item_id", item.id())
        .put("output_index", output.indexOf(item));
  }

  /** The session is over; items beside the conversation are known here alone. */
  void forgetAudio() {
    output.forEach(Item::forget);
  }

  /** Why it ended, in the API's word. */
  Optional<String> reason() {
    return statusDetails.flatMap(
        details ->
            Json.text(details, "reason")
                .or(() -> Json.text(details.path("error"), "code"))
                .or(() -> Json.text(details.path("error"), "type")));
  }

  JsonNode metadata() {
    return request.path("metadata");
  }

  Optional<ObjectNode> usage() {
    return usage;
  }

  private void answer() {
    var item =
        switch (stage.world().receptionist().reply(situation)) {
          case Reply.Call(var tool, var arguments) -> new FunctionCall(this, tool, arguments);
          case Reply.Say(var clip) ->
              field("output_modalities").path(0).asText().equals("text")
                  ? new Writing(this, clip)
                  : new Speech(this, clip);
        };
    current = Optional.of(item);
    item.begin();
  }

  private void fail(String code) {
    if (code.equals("content_filter")) {
      end(Status.INCOMPLETE, because(Status.INCOMPLETE, code));
      return;
    }
    var details = Json.object().put("type", Status.FAILED.word());
    // What goes wrong on the server has a type and no code.
    boolean server = code.equals("server_error");
    details
        .putObject("error")
        .put("type", server ? code : "invalid_request_error")
        .put("code", server ? null : code)
        .put("message", "The stand-in was told to fail with " + code + ".");
    end(Status.FAILED, Optional.of(details));
  }

  private void end(Status how, Optional<ObjectNode> details) {
    if (status != Status.IN_PROGRESS) {
      return;
    }
    next.cancel();
    failure.cancel();
    current.ifPresent(item -> item.stop());
    status = how;
    statusDetails = details;
    if (how != Status.FAILED) {
      usage = Optional.of(Meter.usage(input, output));
    }
    send("response.done");
    ended.accept(this);
  }

  private static Optional<ObjectNode> because(Status status, String reason) {
    return Optional.of(Json.object().put("type", status.word()).put("reason", reason));
  }

  private void send(String type) {
    stage.events().send(type, Json.object().set("response", shown()));
  }

  private void sendAbout(String type, Item item) {
    var fields = about(item);
    fields.remove("item_id");
    fields.set("item", item.shown());
    stage.events().send(type, fields);
  }

  private ObjectNode shown() {
    var shown =
        Json.object()
            .put("object", "realtime.response")
            .put("id", id)
            .put("status", status.word())
            .put("conversation_id", isApart() ? null : stage.dialogue().id());
    shown.set("status_details", statusDetails.<JsonNode>map(node -> node).orElse(null));
    shown.set("output_modalities", field("output_modalities"));
    shown.set("max_output_tokens", field("max_output_tokens"));
    shown.putObject("audio").putObject("output").setAll(audio());
    shown.set("metadata", request.path("metadata").isObject() ? request.path("metadata") : null);
    shown.set("usage", usage.<JsonNode>map(node -> node).orElse(null));
    var items = shown.putArray("output");
    output.forEach(item -> items.add(item.shown()));
    return shown;
  }

  /** What the response says of its voice, or else the session. */
  private ObjectNode audio() {
    var audio = Json.object();
    for (var name : List.of("format", "voice")) {
      var own = request.path("audio").path("output").path(name);
      audio.set(name, own.isMissingNode() ? stage.settings().output().path(name) : own);
    }
    return audio;
  }

  private String instructions() {
    return Json.text(request, "instructions").orElseGet(stage.settings()::instructions);
  }

  private List<JsonNode> tools() {
    return request.has("tools")
        ? request.path("tools").valueStream().toList()
        : stage.settings().tools();
  }

  private JsonNode field(String name) {
    return request.has(name) ? request.path(name) : stage.settings().field(name);
  }

  private static ObjectNode rateLimits() {
    var fields = Json.object();
    var limits = fields.putArray("rate_limits");
    limits
        .addObject()
        .put("name", "requests")
        .put("limit", 1_000)
        .put("remaining", 999)
        .put("reset_seconds", 0.06);
    limits
        .addObject()
        .put("name", "tokens")
        .put("limit", 400_000)
        .put("remaining", 395_904)
        .put("reset_seconds", 0.614);
    return fields;
  }
}
