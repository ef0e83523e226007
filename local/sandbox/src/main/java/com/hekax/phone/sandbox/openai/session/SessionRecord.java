package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.openai.session.SessionView.Ended;
import com.hekax.phone.sandbox.openai.session.SessionView.ItemView;
import com.hekax.phone.sandbox.openai.session.SessionView.ResponseView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a session, and remembers how it ended. */
final class SessionRecord {
  private final Settings settings;
  private final Dialogue dialogue;
  private final InputAudio input;
  private final Responses responses;
  private final Events events;
  private final Instant openedAt;
  private volatile Optional<Ended> ended = Optional.empty();

  SessionRecord(
      Settings settings,
      Dialogue dialogue,
      InputAudio input,
      Responses responses,
      Events events,
      Instant openedAt) {
    this.settings = settings;
    this.dialogue = dialogue;
    this.input = input;
    this.responses = responses;
    this.events = events;
    this.openedAt = openedAt;
  }

  Instant openedAt() {
    return openedAt;
  }

  void close(Instant at, int code, String reason) {
    ended = Optional.of(new Ended(at, code, reason));
  }

  SessionView view() {
    return new SessionView(
        settings.field("id").asText(),
        settings.field("model").asText(),
        openedAt,
        ended,
        settings.instructions().length(),
        input.heardMs(),
        Stream.concat(
                dialogue.items().stream().map(item -> view(item, false)),
                dialogue.deleted().stream().map(item -> view(item, true)))
            .toList(),
        responses.all().stream().map(SessionRecord::view).toList(),
        events.errors());
  }

  private static ItemView view(Item item, boolean deleted) {
    var text =
        Stream.of(
                item.part().path("text").asText(),
                item.part().path("transcript").asText(),
                item.field("arguments"),
                item.field("output"))
            .filter(words -> !words.isEmpty())
            .findFirst()
            .orElse("");
    return new ItemView(
        item.id(),
        item.type(),
        item.role(),
        item.field("status"),
        text,
        item.audioMs(),
        item.truncatedAtMs(),
        deleted);
  }

  private static ResponseView view(Response response) {
    List<String> calls =
        response.output().stream()
            .filter(item -> item.type().equals("function_call"))
            .map(item -> item.field("name"))
            .toList();
    return new ResponseView(
        response.id(),
        response.status().word(),
        response.reason(),
        Optional.of(response.metadata()).filter(JsonNode::isObject),
        response.output().stream().map(Item::id).toList(),
        calls,
        response.usage().map(usage -> usage));
  }
}
