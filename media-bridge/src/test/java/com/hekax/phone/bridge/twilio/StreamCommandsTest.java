package com.hekax.phone.bridge.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamCommandsTest {
  private final StreamCommands commands = new StreamCommands("MZ01");

  @Test
  void audio_a_mark_and_a_clear_are_what_Twilio_documents() {
    assertThat(commands.media(new Audio("/////w==")))
        .isEqualTo(
            "{\"event\":\"media\",\"streamSid\":\"MZ01\",\"media\":{\"payload\":\"/////w==\"}}");
    assertThat(commands.mark("g1:item_1:20"))
        .isEqualTo(
            "{\"event\":\"mark\",\"streamSid\":\"MZ01\",\"mark\":{\"name\":\"g1:item_1:20\"}}");
    assertThat(commands.clear()).isEqualTo("{\"event\":\"clear\",\"streamSid\":\"MZ01\"}");
  }

  @Test
  void names_of_others_do_not_break_the_message() {
    var mark = new StreamCommands("M\"Z").mark("g1:\"\\\n:20");

    assertThat(JsonObject.parse(mark).orElseThrow().object("mark").text("name"))
        .isEqualTo("g1:\"\\\n:20");
  }
}
