package com.hekax.phone.sandbox.twilio.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/**
 * Twilio's messages ("Media Streams: WebSocket messages", read 2026-11-22): numbers are strings,
 * and the sequence counts from {@code "1"} with {@code start}.
 *
 * <p>Messages are made in the order in which they are sent.
 */
final class Outgoing {
  private final StreamSettings settings;
  private long sequence;
  private long chunk;

  Outgoing(StreamSettings settings) {
    this.settings = settings;
  }

  static String connected() {
    return "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}";
  }

  String start() {
    var start = JsonNodeFactory.instance.objectNode();
    start.put("streamSid", settings.streamSid());
    start.put("accountSid", settings.accountSid());
    start.put("callSid", settings.callSid());
    start.putArray("tracks").add("inbound");
    var parameters = start.putObject("customParameters");
    settings.parameters().forEach(parameters::put);
    var format = start.putObject("mediaFormat");
    format.put("encoding", "audio/x-mulaw");
    format.put("sampleRate", 8000);
    format.put("channels", 1);
    return text("start", start);
  }

  /**
   * Twenty milliseconds of the caller.
   *
   * @param atMillis since the stream began, by the caller's clock
   */
  String media(byte[] frame, long atMillis) {
    var media = JsonNodeFactory.instance.objectNode();
    media.put("track", "inbound");
    media.put("chunk", Long.toString(++chunk));
    media.put("timestamp", Long.toString(atMillis));
    media.put("payload", Base64.getEncoder().encodeToString(frame));
    return text("media", media);
  }

  String dtmf(char digit) {
    var dtmf = JsonNodeFactory.instance.objectNode();
    dtmf.put("track", "inbound_track");
    dtmf.put("digit", String.valueOf(digit));
    return text("dtmf", dtmf);
  }

  String mark(String name) {
    return text("mark", JsonNodeFactory.instance.objectNode().put("name", name));
  }

  String stop() {
    var stop = JsonNodeFactory.instance.objectNode();
    stop.put("accountSid", settings.accountSid());
    stop.put("callSid", settings.callSid());
    return text("stop", stop);
  }

  private String text(String event, ObjectNode content) {
    var message = JsonNodeFactory.instance.objectNode();
    message.put("event", event);
    message.put("sequenceNumber", Long.toString(++sequence));
    message.put("streamSid", settings.streamSid());
    message.set(event, content);
    try {
      return Incoming.MAPPER.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
