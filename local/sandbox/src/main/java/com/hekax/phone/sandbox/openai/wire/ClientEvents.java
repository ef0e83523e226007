package com.hekax.phone.sandbox.openai.wire;

import static java.util.Map.entry;
import static java.util.Map.ofEntries;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.openai.wire.Shape.Decimal;
import com.hekax.phone.sandbox.openai.wire.Shape.Each;
import com.hekax.phone.sandbox.openai.wire.Shape.Fields;
import com.hekax.phone.sandbox.openai.wire.Shape.Flag;
import com.hekax.phone.sandbox.openai.wire.Shape.Free;
import com.hekax.phone.sandbox.openai.wire.Shape.Kinds;
import com.hekax.phone.sandbox.openai.wire.Shape.Matching;
import com.hekax.phone.sandbox.openai.wire.Shape.OrNull;
import com.hekax.phone.sandbox.openai.wire.Shape.Pairs;
import com.hekax.phone.sandbox.openai.wire.Shape.Text;
import com.hekax.phone.sandbox.openai.wire.Shape.TextOr;
import com.hekax.phone.sandbox.openai.wire.Shape.Whole;
import com.hekax.phone.sandbox.openai.wire.Shape.Word;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Everything that a client may send ("Realtime client events", OpenAPI of 2026-08-21, read
 * 2026-11-22). What ended with the beta is unknown here, and so are {@code prompt}, which ends on
 * 2026-11-30, and MCP tools, which nobody needs on the phone.
 */
public final class ClientEvents {
  private static final Text LONG = new Text(1_000_000);
  private static final Matching ID = new Matching(Pattern.compile("[a-zA-Z0-9_-]{1,64}"));
  private static final Matching NAME = ID;

  private static final Kinds FORMAT =
      new Kinds(
          "type",
          Map.of(
              "audio/pcmu", new Fields(Map.of("type", LONG)),
              "audio/pcma", new Fields(Map.of("type", LONG)),
              "audio/pcm", new Fields(Map.of("type", LONG, "rate", new Whole(24_000, 24_000)))));

  private static final TextOr VOICE =
      new TextOr(
          new Word(
              "alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin",
              "cedar"),
          new Fields(Map.of("id", new Matching(Pattern.compile("voice_.+"))), "id"));

  private static final Fields TRANSCRIPTION =
      new Fields(
          Map.of(
              "model", new Text(100),
              "language", new Text(8),
              "languages", new Each(new Text(8), 1, 100),
              "keywords", new Each(new Text(200)),
              "prompt", LONG,
              "delay", new Word("minimal", "low", "medium", "high", "xhigh")),
          "model");

  private static final Kinds TURN_DETECTION =
      new Kinds(
          "type",
          Map.of(
              "server_vad",
              new Fields(
                  Map.of(
                      "type", LONG,
                      "threshold", new Decimal(0, 1),
                      "prefix_padding_ms", new Whole(0, 5_000),
                      "silence_duration_ms", new Whole(0, 10_000),
                      "idle_timeout_ms", new OrNull(new Whole(5_000, 30_000)),
                      "create_response", new Flag(),
                      "interrupt_response", new Flag())),
              "semantic_vad",
              new Fields(
                  Map.of(
                      "type", LONG,
                      "eagerness", new Word("low", "medium", "high", "auto"),
                      "create_response", new Flag(),
                      "interrupt_response", new Flag()))));

  private static final Fields AUDIO =
      new Fields(
          Map.of(
              "input",
              new Fields(
                  Map.of(
                      "format", FORMAT,
                      "noise_reduction",
                          new OrNull(
                              new Fields(
                                  Map.of(
                                      "type", new Word("near_field", "far_field"),
                                      "strength", new Decimal(0, 1)),
                                  "type")),
                      "transcription", new OrNull(TRANSCRIPTION),
                      "turn_detection", new OrNull(TURN_DETECTION))),
              "output",
              new Fields(
                  Map.of("format", FORMAT, "voice", VOICE, "speed", new Decimal(0.25, 1.5)))));

  private static final Each MODALITIES = new Each(new Word("audio", "text"), 1, 1);
  private static final Fields REASONING =
      new Fields(Map.of("effort", new Word("minimal", "low", "medium", "high", "xhigh")));
  private static final TextOr MOST_TOKENS = new TextOr(new Word("inf"), new Whole(1, 4_096));

  private static final Each TOOLS =
      new Each(
          new Kinds(
              "type",
              Map.of(
                  "function",
                  new Fields(
                      Map.of(
                          "type", LONG,
                          "name", NAME,
                          "description", LONG,
                          "parameters", new Free()),
                      "name"))));

  private static final TextOr TOOL_CHOICE =
      new TextOr(
          new Word("auto", "none", "required"),
          new Fields(Map.of("type", new Word("function"), "name", NAME), "type", "name"));

  private static final TextOr TRUNCATION =
      new TextOr(
          new Word("auto", "disabled"),
          new Fields(
              Map.of(
                  "type", new Word("retention_ratio"),
                  "retention_ratio", new Decimal(0, 1),
                  "token_limits",
                      new Fields(Map.of("post_instructions", new Whole(0, Integer.MAX_VALUE)))),
              "type",
              "retention_ratio"));

  private static final OrNull TRACING =
      new OrNull(
          new TextOr(
              new Word("auto"),
              new Fields(Map.of("workflow_name", LONG, "group_id", LONG, "metadata", new Free()))));

  private static final Fields SESSION =
      new Fields(
          ofEntries(
              entry("type", new Word("realtime")),
              entry("model", new Text(100)),
              entry("instructions", LONG),
              entry("output_modalities", MODALITIES),
              entry("audio", AUDIO),
              entry("tools", TOOLS),
              entry("tool_choice", TOOL_CHOICE),
              entry("parallel_tool_calls", new Flag()),
              entry("reasoning", REASONING),
              entry("max_output_tokens", MOST_TOKENS),
              entry("truncation", TRUNCATION),
              entry("tracing", TRACING),
              entry(
                  "include",
                  new OrNull(new Each(new Word("item.input_audio_transcription.logprobs"))))),
          "type");

  private static final Map<String, Shape> MESSAGES =
      Map.of(
          "system", message("input_text", Map.of("text", LONG)),
          "user",
              message(
                  Map.of(
                      "input_text", part(Map.of("text", LONG)),
                      "input_audio", part(Map.of("audio", LONG, "transcript", LONG)),
                      "input_image",
                          part(
                              Map.of(
                                  "image_url", LONG, "detail", new Word("auto", "low", "high"))))),
          "assistant", message("output_text", Map.of("text", LONG)));

  private static final Map<String, Shape> ITEMS =
      Map.of(
          "message", new Kinds("role", MESSAGES),
          "function_call",
              item(Map.of("name", NAME, "call_id", ID, "arguments", LONG), "name", "arguments"),
          "function_call_output", item(Map.of("call_id", ID, "output", LONG), "call_id", "output"));

  private static final Kinds ITEM = new Kinds("type", ITEMS);
  private static final Kinds ITEM_OR_REFERENCE =
      new Kinds(
          "type",
          with(ITEMS, Map.of("item_reference", new Fields(Map.of("type", LONG, "id", ID), "id"))));

  private static final Fields RESPONSE =
      new Fields(
          ofEntries(
              entry("instructions", LONG),
              entry("output_modalities", MODALITIES),
              entry(
                  "audio",
                  new Fields(
                      Map.of("output", new Fields(Map.of("format", FORMAT, "voice", VOICE))))),
              entry("tools", TOOLS),
              entry("tool_choice", TOOL_CHOICE),
              entry("parallel_tool_calls", new Flag()),
              entry("reasoning", REASONING),
              entry("max_output_tokens", MOST_TOKENS),
              entry("metadata", new OrNull(new Pairs(16, 64, 512))),
              entry("conversation", new Word("auto", "none")),
              entry("input", new Each(ITEM_OR_REFERENCE))));

  private static final Map<String, Fields> EVENTS =
      new TreeMap<>(
          Map.of(
              "session.update", event(Map.of("session", SESSION), "session"),
              "input_audio_buffer.append",
                  event(Map.of("audio", new Text(Integer.MAX_VALUE)), "audio"),
              "input_audio_buffer.commit", event(Map.of()),
              "input_audio_buffer.clear", event(Map.of()),
              "conversation.item.create",
                  event(Map.of("item", ITEM, "previous_item_id", new OrNull(ID)), "item"),
              "conversation.item.retrieve", event(Map.of("item_id", ID), "item_id"),
              "conversation.item.truncate",
                  event(
                      Map.of(
                          "item_id", ID,
                          "content_index", new Whole(0, 0),
                          "audio_end_ms", new Whole(0, Integer.MAX_VALUE)),
                      "item_id",
                      "content_index",
                      "audio_end_ms"),
              "conversation.item.delete", event(Map.of("item_id", ID), "item_id"),
              "response.create", event(Map.of("response", RESPONSE)),
              "response.cancel", event(Map.of("response_id", ID))));

  /**
   * Checks what a client sent.
   *
   * @throws Refused if it is no event of the API
   */
  public static void check(JsonNode event) {
    var type = Json.text(event, "type");
    if (type.isEmpty()) {
      throw Refused.because("invalid_event", "The 'type' field is missing.");
    }
    var fields = EVENTS.get(type.get());
    if (fields == null) {
      throw Refused.at(
          "type",
          "invalid_event",
          "Invalid value: '%s'. Supported values are: %s."
              .formatted(type.get(), String.join(", ", EVENTS.keySet())));
    }
    fields.check("", event);
  }

  private static Fields event(Map<String, Shape> own, String... required) {
    return new Fields(with(own, Map.of("type", LONG, "event_id", new Text(512))), required);
  }

  private static Fields message(String part, Map<String, Shape> fields) {
    return message(Map.of(part, part(fields)));
  }

  private static Fields message(Map<String, Shape> parts) {
    var content = new Each(new Kinds("type", parts), 1, 100);
    return item(Map.of("role", LONG, "content", content), "role", "content");
  }

  private static Shape part(Map<String, Shape> own) {
    return new Fields(with(own, Map.of("type", LONG)));
  }

  private static Fields item(Map<String, Shape> own, String... required) {
    var common =
        Map.<String, Shape>of(
            "type",
            LONG,
            "id",
            ID,
            "object",
            new Word("realtime.item"),
            "status",
            new Word("completed", "incomplete", "in_progress"));
    return new Fields(with(own, common), required);
  }

  private static Map<String, Shape> with(Map<String, Shape> some, Map<String, Shape> others) {
    var all = new TreeMap<String, Shape>(some);
    all.putAll(others);
    return all;
  }

  private ClientEvents() {}
}
