package com.hekax.phone.bridge.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.conversation.MediaStream;
import com.hekax.phone.bridge.conversation.Signal;
import com.hekax.phone.bridge.conversation.Signal.CallerAudio;
import com.hekax.phone.bridge.conversation.Signal.KeyPressed;
import com.hekax.phone.bridge.conversation.Signal.MarkReturned;
import com.hekax.phone.bridge.conversation.Signal.StreamEnded;
import com.hekax.phone.bridge.conversation.Signal.StreamInvalid;
import com.hekax.phone.bridge.conversation.Signal.StreamStarted;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamMessagesTest {
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final String START =
      """
      {"event":"start","sequenceNumber":"1","streamSid":"MZ01","start":{"streamSid":"MZ01",
       "accountSid":"AC01","callSid":"CA01","tracks":["inbound"],
       "customParameters":{"token":"t.1","more":"x"},
       "mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1}}}
      """;

  private static Optional<Signal> read(String frame) {
    return StreamMessages.read(frame, 5, AT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // As Twilio writes it.
        """
        {"event":"media","sequenceNumber":"4","streamSid":"MZ01",\
        "media":{"track":"inbound","chunk":"2","timestamp":"40","payload":"f39/f39/fw=="}}""",
        // In another order.
        """
        {"media":{"payload":"f39/f39/fw==","timestamp":"40","chunk":"2"},"streamSid":"MZ01",\
        "event":"media"}""",
        // With space between all of it.
        """
        {
          "event" : "media" ,
          "media" : { "timestamp" : "40" , "payload" : "f39/f39/fw==" , "chunk" : 2 }
        }
        """,
        // With members that nobody knows, one of them full of what ends members.
        """
        {"event":"media","new":{"a":[1,{"b":"}]\\\\"}],"c":"\\"}{"},"x":null,"y":true,"z":-1.5e3,\
        "media":{"timestamp":"40","new":[[]],"payload":"f39/f39/fw=="}}""",
        // With escapes where none are needed.
        """
        {"event":"me\\u0064ia","media":{"timestamp":"40","payload":"f39\\/f39\\/fw=="}}"""
      })
  void audio_is_found_however_it_is_written(String frame) {
    assertThat(read(frame)).contains(new CallerAudio(5, 40, new Audio("f39/f39/fw==")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"event\"",
        "{\"event\":\"media\"",
        "{\"event\":\"media\",\"media\":{\"timestamp\":\"40\",\"payload\":\"f39",
        "{\"event\":\"media\",\"media\":{\"timestamp\":\"40\"}}",
        "{\"event\":\"media\",\"media\":{\"timestamp\":\"soon\",\"payload\":\"f39/\"}}",
        "{\"event\":\"media\",\"media\":{\"timestamp\":\"40\",\"payload\":\"a\\u0022b\"}}",
        "{\"event\":\"media\",\"media\":[\"payload\"]}",
        "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}",
        "{\"event\":\"something.new\",\"media\":{\"timestamp\":\"40\",\"payload\":\"f39/\"}}"
      })
  void what_is_no_message_to_a_call_means_nothing(String frame) {
    assertThat(read(frame)).isEmpty();
  }

  @Test
  void a_start_names_the_stream_and_brings_the_token() {
    assertThat(read(START))
        .contains(new StreamStarted(5, AT, new MediaStream("MZ01", "CA01", "AC01", "t.1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZ01\",\n \"accountSid|XX01\",\n \"accountSid",
        "CA01|CB01",
        "AC01|\"",
        "audio/x-mulaw|audio/l16",
        "8000|16000",
        ":1}|:2}"
      })
  void a_start_that_Twilio_does_not_send_is_invalid(String change) {
    var parts = change.split("\\|", -1);
    var frame = START.replace(parts[0], parts[1]);

    assertThat(read(frame)).isNotEqualTo(read(START));
    assertThat(read(frame).filter(StreamStarted.class::isInstance)).isEmpty();
  }

  @Test
  void a_start_without_its_contents_is_invalid() {
    assertThat(read("{\"event\":\"start\"}")).contains(new StreamInvalid(5));
  }

  @Test
  void marks_keys_and_the_end_are_read() {
    assertThat(read("{\"event\":\"mark\",\"mark\":{\"name\":\"g3:item_9:1840\"}}"))
        .contains(new MarkReturned(5, "g3:item_9:1840"));
    assertThat(read("{\"event\":\"dtmf\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"#\"}}"))
        .contains(new KeyPressed(5, '#'));
    assertThat(read("{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"55\"}}")).isEmpty();
    assertThat(read("{\"event\":\"stop\",\"stop\":{\"callSid\":\"CA01\"}}"))
        .contains(new StreamEnded(5));
  }
}
