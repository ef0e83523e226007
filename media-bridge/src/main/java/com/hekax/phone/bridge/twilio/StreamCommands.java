package com.hekax.phone.bridge.twilio;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.hekax.phone.bridge.conversation.Audio;

/**
 * What is said to Twilio on one media stream. Shapes from Twilio's "Media Streams WebSocket
 * Messages", read 2026-11-22.
 */
public final class StreamCommands {
  private final String media;
  private final String mark;
  private final String clear;

  public StreamCommands(String streamSid) {
    var sid = quoted(streamSid);
    media = "{\"event\":\"media\",\"streamSid\":" + sid + ",\"media\":{\"payload\":\"";
    mark = "{\"event\":\"mark\",\"streamSid\":" + sid + ",\"mark\":{\"name\":";
    clear = "{\"event\":\"clear\",\"streamSid\":" + sid + "}";
  }

  /** Plays audio after all that was sent before. */
  public String media(Audio audio) {
    return media + audio.base64() + "\"}}";
  }

  /** Asks to be told when all that was sent before has been played. */
  public String mark(String name) {
    return mark + quoted(name) + "}}";
  }

  /** Drops what has not been played. */
  public String clear() {
    return clear;
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
