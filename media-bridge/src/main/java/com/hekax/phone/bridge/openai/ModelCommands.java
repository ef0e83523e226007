package com.hekax.phone.bridge.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.conversation.Complaint;
import com.hekax.phone.bridge.conversation.Item;
import com.hekax.phone.bridge.conversation.ResponseOrder;
import com.hekax.phone.bridge.conversation.Snapshot;
import com.hekax.phone.bridge.conversation.Tool;
import com.hekax.phone.bridge.json.JsonText;
import java.io.IOException;
import java.util.Set;

/**
 * What is said to the model in one session. Shapes from the Realtime API's client events (openai
 * 7.57.0, {@code realtime.d.ts}, read 2026-11-22). Each event has an id of ours that begins with
 * what it is, because an error of the model says nothing else about its cause.
 */
public final class ModelCommands {
  private static final String UPDATE = "update";
  private static final String CREATE = "create";
  private static final String MULAW = "audio/pcmu";
  private static final int MOST_OUTPUT_TOKENS = 1024;

  /** The models that take several languages; the others take one. */
  private static final Set<String> SEVERAL_LANGUAGES =
      Set.of("gpt-transcribe", "gpt-live-transcribe");

  private int events;

  /** The settings of the session, all of them, because what is left out may be reset. */
  public String updateSession(String instructions, Snapshot snapshot) {
    return event(
        UPDATE,
        "session.update",
        json ->
            JsonText.object(
                json,
                "session",
                session -> {
                  session.writeStringField("type", "realtime");
                  session.writeStringField("instructions", instructions);
                  session.writeArrayFieldStart("output_modalities");
                  session.writeString("audio");
                  session.writeEndArray();
                  audio(session, snapshot);
                  session.writeArrayFieldStart("tools");
                  for (var tool : snapshot.tools()) {
                    tool(session, tool);
                  }
                  session.writeEndArray();
                  session.writeStringField("tool_choice", "auto");
                  session.writeNumberField("max_output_tokens", MOST_OUTPUT_TOKENS);
                  JsonText.object(
                      session,
                      "truncation",
                      truncation -> {
                        truncation.writeStringField("type", "retention_ratio");
                        truncation.writeNumberField("retention_ratio", 0.8);
                      });
                }));
  }

  /** What the caller says; without an id, because nothing is answered to it. */
  public String appendAudio(Audio audio) {
    return "{\"type\":\"input_audio_buffer.append\",\"audio\":\"" + audio.base64() + "\"}";
  }

  public String addItem(Item item) {
    return event(
        "item",
        "conversation.item.create",
        json -> JsonText.object(json, "item", i -> item(i, item)));
  }

  public String truncateItem(String itemId, int contentIndex, int heardMs) {
    return event(
        "truncate",
        "conversation.item.truncate",
        json -> {
          json.writeStringField("item_id", itemId);
          json.writeNumberField("content_index", contentIndex);
          json.writeNumberField("audio_end_ms", heardMs);
        });
  }

  public String deleteItem(String itemId) {
    return event(
        "delete", "conversation.item.delete", json -> json.writeStringField("item_id", itemId));
  }

  public String createResponse(ResponseOrder order) {
    return event(
        CREATE,
        "response.create",
        json ->
            JsonText.object(
                json,
                "response",
                response -> {
                  if (!order.instructions().isEmpty()) {
                    response.writeStringField("instructions", order.instructions());
                  }
                  if (!order.mayUseTools()) {
                    response.writeStringField("tool_choice", "none");
                  }
                  JsonText.object(
                      response,
                      "metadata",
                      metadata -> metadata.writeStringField("purpose", order.purpose().tag()));
                }));
  }

  public String cancelResponse(String responseId) {
    return event(
        "cancel", "response.cancel", json -> json.writeStringField("response_id", responseId));
  }

  /** Which kind of event had this id. */
  static Complaint causeOf(String eventId) {
    if (eventId.startsWith(UPDATE)) {
      return Complaint.SESSION_UPDATE;
    }
    return eventId.startsWith(CREATE) ? Complaint.RESPONSE_CREATE : Complaint.OTHER;
  }

  private String event(String kind, String type, JsonText.Members members) {
    events++;
    return JsonText.object(
        json -> {
          json.writeStringField("event_id", kind + "_" + events);
          json.writeStringField("type", type);
          members.write(json);
        });
  }

  private static void audio(JsonGenerator session, Snapshot snapshot) throws IOException {
    JsonText.object(
        session,
        "audio",
        audio -> {
          JsonText.object(
              audio,
              "input",
              input -> {
                format(input);
                input.writeNullField("noise_reduction");
                transcription(input, snapshot);
                turnDetection(input);
              });
          JsonText.object(
              audio,
              "output",
              output -> {
                format(output);
                output.writeStringField("voice", snapshot.voice());
              });
        });
  }

  private static void format(JsonGenerator json) throws IOException {
    JsonText.object(json, "format", format -> format.writeStringField("type", MULAW));
  }

  private static void transcription(JsonGenerator input, Snapshot snapshot) throws IOException {
    JsonText.object(
        input,
        "transcription",
        transcription -> {
          transcription.writeStringField("model", snapshot.transcriptionModel());
          if (snapshot.language().isEmpty()) {
            return;
          }
          if (SEVERAL_LANGUAGES.contains(snapshot.transcriptionModel())) {
            transcription.writeArrayFieldStart("languages");
            transcription.writeString(snapshot.language());
            transcription.writeEndArray();
          } else {
            transcription.writeStringField("language", snapshot.language());
          }
        });
  }

  /** The model finds the turns and answers them; silence is watched here, so it does not. */
  private static void turnDetection(JsonGenerator input) throws IOException {
    JsonText.object(
        input,
        "turn_detection",
        detection -> {
          detection.writeStringField("type", "server_vad");
          detection.writeNumberField("threshold", 0.5);
          detection.writeNumberField("prefix_padding_ms", 300);
          detection.writeNumberField("silence_duration_ms", 500);
          detection.writeBooleanField("create_response", true);
          detection.writeBooleanField("interrupt_response", true);
        });
  }

  private static void tool(JsonGenerator tools, Tool tool) throws IOException {
    tools.writeStartObject();
    tools.writeStringField("type", "function");
    tools.writeStringField("name", tool.name());
    tools.writeStringField("description", tool.description());
    tools.writeFieldName("parameters");
    tools.writeRawValue(tool.parameters());
    tools.writeEndObject();
  }

  private static void item(JsonGenerator json, Item item) throws IOException {
    switch (item) {
      case Item.SystemText(var text) -> message(json, "system", "input_text", text);
      case Item.CallerText(var text) -> message(json, "user", "input_text", text);
      case Item.AssistantText(var text) -> message(json, "assistant", "output_text", text);
      case Item.ToolOutput(var callId, var output) -> {
        json.writeStringField("type", "function_call_output");
        json.writeStringField("call_id", callId);
        json.writeStringField("output", output);
      }
    }
  }

  private static void message(JsonGenerator json, String role, String kind, String text)
      throws IOException {
    json.writeStringField("type", "message");
    json.writeStringField("role", role);
    json.writeArrayFieldStart("content");
    json.writeStartObject();
    json.writeStringField("type", kind);
    json.writeStringField("text", text);
    json.writeEndObject();
    json.writeEndArray();
  }
}
