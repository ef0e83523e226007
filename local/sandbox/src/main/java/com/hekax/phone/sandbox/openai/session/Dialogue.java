package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.openai.audio.AudioFormat;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.openai.wire.Refused;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The default conversation: its items in order, and what is said about them. */
final class Dialogue {
  private static final String ROOT = "root";

  private final String id = Ids.conversation();
  private final List<Item> items = new ArrayList<>();
  private final List<Item> deleted = new ArrayList<>();
  private final Events events;

  Dialogue(Events events) {
    this.events = events;
  }

  String id() {
    return id;
  }

  List<Item> items() {
    return List.copyOf(items);
  }

  /** Those that clients deleted, for who wants to know. */
  List<Item> deleted() {
    return List.copyOf(deleted);
  }

  Optional<Item> find(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  /** The id of the last item. */
  Optional<String> last() {
    return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast().id());
  }

  /** Appends an item that may still change. */
  void begin(Item item) {
    items.add(item);
    tell("conversation.item.added", item);
  }

  /** An item is final. */
  void done(Item item) {
    tell("conversation.item.done", item);
  }

  /** Adds an item of the client's. */
  void create(JsonNode described, Optional<String> after, AudioFormat format) {
    var item = Item.of(described);
    if (find(item.id()).isPresent()) {
      throw Refused.at(
          "item.id",
          "invalid_value",
          "Error adding item: an item with id '" + item.id() + "' already exists.");
    }
    var callId = item.field("call_id");
    if (item.type().equals("function_call_output") && !isCalled(callId)) {
      throw Refused.at(
          "item.call_id",
          "invalid_tool_call_id",
          "Tool call ID '" + callId + "' not found in conversation.");
    }
    if (item.part() instanceof ObjectNode part && part.has("audio")) {
      var audio = part.remove("audio").asText();
      item.speak(format.toLine(Base64Audio.decode("item.content[0].audio", audio)));
    }
    items.add(place(after), item);
    tell("conversation.item.added", item);
    tell("conversation.item.done", item);
  }

  void retrieve(String itemId, AudioFormat format) {
    var item = existing(itemId, "retriev", "item_retrieve_invalid_item_id");
    var shown = item.shown();
    if (item.audioMs() > 0 && shown.path("content").path(0) instanceof ObjectNode part) {
      var encoder = Base64.getEncoder();
      part.put("audio", encoder.encodeToString(format.fromLine(item.audio())));
    }
    events.send("conversation.item.retrieved", Json.object().set("item", shown));
  }

  void truncate(String itemId, long endMs) {
    existing(itemId, "truncat", "item_truncate_invalid_item_id").truncate(endMs);
    events.send(
        "conversation.item.truncated",
        Json.object().put("item_id", itemId).put("content_index", 0).put("audio_end_ms", endMs));
  }

  void delete(String itemId) {
    var item = existing(itemId, "delet", "item_delete_invalid_item_id");
    items.remove(item);
    deleted.add(item);
    events.send("conversation.item.deleted", Json.object().put("item_id", itemId));
  }

  /** The session is over: what was said is known by its words and its length. */
  void forgetAudio() {
    items.forEach(Item::forget);
    deleted.forEach(Item::forget);
  }

  private Item existing(String itemId, String doing, String code) {
    return find(itemId)
        .orElseThrow(
            () ->
                Refused.at(
                    "item_id",
                    code,
                    "Error %sing item: the item with id '%s' does not exist."
                        .formatted(doing, itemId)));
  }

  private boolean isCalled(String callId) {
    return items.stream()
        .anyMatch(
            item -> item.type().equals("function_call") && item.field("call_id").equals(callId));
  }

  private int place(Optional<String> after) {
    if (after.isEmpty()) {
      return items.size();
    }
    if (after.get().equals(ROOT)) {
      return 0;
    }
    return find(after.get())
        .map(previous -> items.indexOf(previous) + 1)
        .orElseThrow(
            () ->
                Refused.at(
                    "previous_item_id",
                    "invalid_value",
                    "Error adding item: the previous item with id '%s' does not exist."
                        .formatted(after.get())));
  }

  private void tell(String type, Item item) {
    int at = items.indexOf(item);
    if (at < 0) {
      return; // deleted while it was being made
    }
    var fields = Json.object();
    fields.put("previous_item_id", at == 0 ? null : items.get(at - 1).id());
    fields.set("item", item.shown());
    events.send(type, fields);
  }
}
