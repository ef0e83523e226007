package com.hekax.phone.bridge.twilio;

import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.conversation.MediaStream;
import com.hekax.phone.bridge.conversation.Signal;
import com.hekax.phone.bridge.conversation.Signal.CallerAudio;
import com.hekax.phone.bridge.conversation.Signal.KeyPressed;
import com.hekax.phone.bridge.conversation.Signal.MarkReturned;
import com.hekax.phone.bridge.conversation.Signal.StreamEnded;
import com.hekax.phone.bridge.conversation.Signal.StreamInvalid;
import com.hekax.phone.bridge.conversation.Signal.StreamStarted;
import com.hekax.phone.bridge.json.JsonObject;
import com.hekax.phone.bridge.json.JsonScan;
import java.time.Instant;
import java.util.Optional;

/**
 * What Twilio says on a media stream, as signals. Shapes from Twilio's "Media Streams WebSocket
 * Messages", read 2026-11-22: numbers arrive as strings, and what is not known is to be ignored.
 */
public final class StreamMessages {
  private static final String KEYS = "0123456789*#ABCD";

  private StreamMessages() {}

  /**
   * The signal in one text frame; empty when it means nothing to a call.
   *
   * @param atMillis when it arrived, on the call's clock
   * @param at the same moment on the wall clock
   */
  public static Optional<Signal> read(String frame, long atMillis, Instant at) {
    var audio = scanAudio(frame, atMillis);
    return audio.isPresent() ? audio : JsonObject.parse(frame).flatMap(m -> read(m, atMillis, at));
  }

  /** Audio without parsing, because fifty frames a second of each call are audio. */
  private static Optional<Signal> scanAudio(String frame, long atMillis) {
    boolean isMedia = false;
    Optional<String> payload = Optional.empty();
    Optional<String> timestamp = Optional.empty();
    for (var scan = new JsonScan(frame); scan.next(); ) {
      if (scan.isNamed("event")) {
        if (!scan.isText("media")) {
          return Optional.empty();
        }
        isMedia = true;
      } else if (scan.isNamed("media")) {
        for (var media = scan.members(); media.next(); ) {
          if (media.isNamed("payload")) {
            payload = media.plainText();
          } else if (media.isNamed("timestamp")) {
            timestamp = media.plainText();
          }
        }
      }
    }
    return isMedia ? audio(payload, timestamp, atMillis) : Optional.empty();
  }

  private static Optional<Signal> read(JsonObject message, long atMillis, Instant at) {
    return switch (message.text("event")) {
      case "media" -> {
        var media = message.object("media");
        yield audio(media.find("payload"), media.find("timestamp"), atMillis);
      }
      case "start" -> Optional.of(start(message, atMillis, at));
      case "mark" -> Optional.of(new MarkReturned(atMillis, message.object("mark").text("name")));
      case "dtmf" -> key(message.object("dtmf").text("digit"), atMillis);
      case "stop" -> Optional.of(new StreamEnded(atMillis));
      default -> Optional.empty(); // "connected", and what Twilio adds one day
    };
  }

  private static Optional<Signal> audio(
      Optional<String> payload, Optional<String> timestamp, long atMillis) {
    if (payload.isEmpty() || timestamp.isEmpty()) {
      return Optional.empty();
    }
    try {
      long timestampMs = Long.parseLong(timestamp.get());
      return Audio.of(payload.get()).map(sound -> new CallerAudio(atMillis, timestampMs, sound));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Signal start(JsonObject message, long atMillis, Instant at) {
    var start = message.object("start");
    var format = start.object("mediaFormat");
    var stream =
        new MediaStream(
            start.text("streamSid"),
            start.text("callSid"),
            start.text("accountSid"),
            start.object("customParameters").text("token"));
    boolean valid =
        stream.streamSid().startsWith("MZ")
            && stream.callSid().startsWith("CA")
            && stream.accountSid().startsWith("AC")
            && format.text("encoding").equals("audio/x-mulaw")
            && format.number("sampleRate") == 8000
            && format.number("channels") == 1;
    return valid ? new StreamStarted(atMillis, at, stream) : new StreamInvalid(atMillis);
  }

  private static Optional<Signal> key(String digit, long atMillis) {
    return digit.length() == 1 && KEYS.contains(digit)
        ? Optional.of(new KeyPressed(atMillis, digit.charAt(0)))
        : Optional.empty();
  }
}
