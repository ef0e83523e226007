package com.hekax.phone.bridge.openai;

import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.conversation.FunctionCall;
import com.hekax.phone.bridge.conversation.ModelResponse;
import com.hekax.phone.bridge.conversation.ModelResponse.Status;
import com.hekax.phone.bridge.conversation.Purpose;
import com.hekax.phone.bridge.conversation.Signal;
import com.hekax.phone.bridge.conversation.Signal.CallerTranscribed;
import com.hekax.phone.bridge.conversation.Signal.ItemAdded;
import com.hekax.phone.bridge.conversation.Signal.ItemDone;
import com.hekax.phone.bridge.conversation.Signal.ModelAudio;
import com.hekax.phone.bridge.conversation.Signal.ModelComplained;
import com.hekax.phone.bridge.conversation.Signal.ModelOpened;
import com.hekax.phone.bridge.conversation.Signal.ModelText;
import com.hekax.phone.bridge.conversation.Signal.ModelTextDone;
import com.hekax.phone.bridge.conversation.Signal.ResponseCreated;
import com.hekax.phone.bridge.conversation.Signal.ResponseDone;
import com.hekax.phone.bridge.conversation.Signal.ResponseProgressed;
import com.hekax.phone.bridge.conversation.Signal.SessionUpdated;
import com.hekax.phone.bridge.conversation.Signal.SpeechCommitted;
import com.hekax.phone.bridge.conversation.Signal.SpeechStarted;
import com.hekax.phone.bridge.conversation.Signal.SpeechStopped;
import com.hekax.phone.bridge.conversation.Signal.TranscriptionFailed;
import com.hekax.phone.bridge.conversation.Usage;
import com.hekax.phone.bridge.json.JsonObject;
import com.hekax.phone.bridge.json.JsonScan;
import java.util.Optional;

/**
 * What the model says, as signals. Shapes from the Realtime API's server events (openai 7.57.0,
 * {@code realtime.d.ts}, read 2026-11-22); events that are not listed here mean nothing to a call.
 */
public final class ModelEvents {
  private static final String AUDIO_DELTA = "response.output_audio.delta";

  private ModelEvents() {}

  /**
   * The signal in one event; empty when it means nothing to a call.
   *
   * @param atMillis when it arrived, on the call's clock
   */
  public static Optional<Signal> read(String event, long atMillis) {
    var audio = scanAudio(event, atMillis);
    return audio.isPresent() ? audio : JsonObject.parse(event).flatMap(e -> read(e, atMillis));
  }

  /** Audio without parsing, because nearly all that the model sends is audio. */
  private static Optional<Signal> scanAudio(String event, long atMillis) {
    boolean isAudio = false;
    int contentIndex = 0;
    Optional<String> responseId = Optional.empty();
    Optional<String> itemId = Optional.empty();
    Optional<String> delta = Optional.empty();
    for (var scan = new JsonScan(event); scan.next(); ) {
      if (scan.isNamed("type")) {
        if (!scan.isText(AUDIO_DELTA)) {
          return Optional.empty();
        }
        isAudio = true;
      } else if (scan.isNamed("response_id")) {
        responseId = scan.plainText();
      } else if (scan.isNamed("item_id")) {
        itemId = scan.plainText();
      } else if (scan.isNamed("content_index")) {
        contentIndex = scan.number().orElse(0);
      } else if (scan.isNamed("delta")) {
        delta = scan.plainText();
      }
    }
    return isAudio && responseId.isPresent() && itemId.isPresent() && delta.isPresent()
        ? audio(atMillis, responseId.get(), itemId.get(), contentIndex, delta.get())
        : Optional.empty();
  }

  private static Optional<Signal> audio(
      long atMillis, String responseId, String itemId, int contentIndex, String delta) {
    return Audio.of(delta)
        .map(audio -> new ModelAudio(atMillis, responseId, itemId, contentIndex, audio));
  }

  private static Optional<Signal> read(JsonObject event, long at) {
    var item = event.text("item_id");
    return Optional.ofNullable(
        switch (event.text("type")) {
          case "session.created" -> new ModelOpened(at);
          case "session.updated" -> sessionUpdated(event.object("session"), at);
          case "input_audio_buffer.speech_started" -> new SpeechStarted(at);
          case "input_audio_buffer.speech_stopped" -> new SpeechStopped(at);
          case "input_audio_buffer.committed" ->
              new SpeechCommitted(at, item, event.find("previous_item_id"));
          case "conversation.item.added" ->
              new ItemAdded(at, event.object("item").text("id"), event.find("previous_item_id"));
          case "conversation.item.input_audio_transcription.completed" ->
              new CallerTranscribed(
                  at, item, event.text("transcript"), transcription(event.object("usage")));
          case "conversation.item.input_audio_transcription.failed" ->
              new TranscriptionFailed(at, event.object("error").text("code"));
          case "response.created" -> {
            var response = event.object("response");
            yield new ResponseCreated(at, response.text("id"), purpose(response));
          }
          case AUDIO_DELTA ->
              audio(
                      at,
                      event.text("response_id"),
                      item,
                      (int) event.number("content_index"),
                      event.text("delta"))
                  .orElse(null);
          case "response.output_audio_transcript.delta", "response.output_text.delta" ->
              new ModelText(at, item, event.text("delta"));
          case "response.output_audio_transcript.done" ->
              new ModelTextDone(at, item, event.text("transcript"));
          case "response.output_item.added",
              "response.function_call_arguments.delta",
              "response.function_call_arguments.done" ->
              new ResponseProgressed(at, event.text("response_id"));
          case "response.output_item.done" -> new ItemDone(at, event.object("item").text("id"));
          case "response.done" -> new ResponseDone(at, response(event.object("response")));
          case "error" -> complaint(event.object("error"), at);
          default -> null;
        });
  }

  private static Signal sessionUpdated(JsonObject session, long at) {
    var audio = session.object("audio");
    return new SessionUpdated(
        at,
        audio.object("input").object("format").text("type"),
        audio.object("output").object("format").text("type"));
  }

  private static Optional<Purpose> purpose(JsonObject response) {
    return response.object("metadata").find("purpose").flatMap(Purpose::tagged);
  }

  private static ModelResponse response(JsonObject response) {
    var details = response.object("status_details");
    var output = response.objects("output");
    return new ModelResponse(
        response.text("id"),
        status(response.text("status")),
        details.text("reason"),
        details.object("error").text("code"),
        purpose(response),
        output.stream()
            .filter(item -> item.text("type").equals("message"))
            .map(item -> item.text("id"))
            .toList(),
        output.stream()
            .filter(item -> item.text("type").equals("function_call"))
            .map(ModelEvents::call)
            .toList(),
        usage(response.object("usage")));
  }

  private static Status status(String status) {
    return switch (status) {
      case "completed" -> Status.COMPLETED;
      case "cancelled" -> Status.CANCELLED;
      case "incomplete" -> Status.INCOMPLETE;
      default -> Status.FAILED;
    };
  }

  private static FunctionCall call(JsonObject item) {
    var arguments = item.text("arguments");
    return new FunctionCall(
        item.text("call_id"),
        item.text("name"),
        arguments,
        JsonObject.parse(arguments).isPresent());
  }

  private static Usage usage(JsonObject usage) {
    var input = usage.object("input_token_details");
    var cached = input.object("cached_tokens_details");
    var output = usage.object("output_token_details");
    return new Usage(
        input.number("text_tokens"),
        input.number("audio_tokens"),
        cached.number("text_tokens"),
        cached.number("audio_tokens"),
        output.number("text_tokens"),
        output.number("audio_tokens"),
        0,
        0);
  }

  private static Usage transcription(JsonObject usage) {
    return usage.text("type").equals("duration")
        ? Usage.ofTranscriptionSeconds(usage.decimal("seconds"))
        : Usage.ofTranscriptionTokens(usage.number("total_tokens"));
  }

  private static Signal complaint(JsonObject error, long at) {
    var code = error.find("code").orElseGet(() -> error.text("type"));
    return new ModelComplained(
        at, ModelCommands.causeOf(error.text("event_id")), code, error.text("param"));
  }
}
