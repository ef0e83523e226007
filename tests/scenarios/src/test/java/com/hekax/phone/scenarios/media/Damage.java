package com.hekax.phone.scenarios.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.platform.json.Json;
import java.util.Base64;
import java.util.List;

/**
 * What can happen to the caller's audio on its way: each changes it in one place, once, in the
 * middle of the first thing that the caller says.
 */
enum Damage {
  NONE {
    @Override
    List<String> at(Moment moment) {
      return List.of(moment.frame());
    }
  },
  ONE_BYTE_FLIPPED {
    @Override
    List<String> at(Moment moment) {
      var audio = moment.audio();
      audio[audio.length / 2] ^= 0x10;
      return List.of(moment.withAudio(audio));
    }
  },
  ONE_FRAME_LOST {
    @Override
    List<String> at(Moment moment) {
      return List.of();
    }
  },
  TWO_FRAMES_SWAPPED {
    @Override
    List<String> at(Moment moment) {
      return List.of(moment.next(), moment.frame());
    }

    @Override
    boolean needsNext() {
      return true;
    }
  },
  SILENCE_INSERTED {
    @Override
    List<String> at(Moment moment) {
      var silent = moment.withAudio(silence(moment.audio().length));
      // Ten frames of 20 ms.
      return java.util.stream.Stream.concat(
              java.util.Collections.nCopies(10, silent).stream(),
              java.util.stream.Stream.of(moment.frame()))
          .toList();
    }
  };

  private static final byte SILENCE = (byte) 0xFF;

  /**
   * A media frame of speech, and the frame after it where the damage needs it.
   *
   * @param frame as Twilio sent it
   * @param next as Twilio sent it; the same frame where it is not needed
   */
  record Moment(String frame, String next) {

    byte[] audio() {
      return audioOf(Json.tree(frame));
    }

    String withAudio(byte[] audio) {
      var changed = (ObjectNode) Json.tree(frame);
      ((ObjectNode) changed.path("media"))
          .put("payload", Base64.getEncoder().encodeToString(audio));
      return changed.toString();
    }
  }

  /** What arrives in place of the frames of the moment. */
  abstract List<String> at(Moment moment);

  /** Whether it must see one frame more before it knows. */
  boolean needsNext() {
    return false;
  }

  /** Whether a frame carries somebody's voice. */
  static boolean isSpeech(String frame) {
    var message = Json.tree(frame);
    if (!message.path("event").asText().equals("media")) {
      return false;
    }
    for (byte sample : audioOf(message)) {
      if (sample != SILENCE) {
        return true;
      }
    }
    return false;
  }

  private static byte[] audioOf(JsonNode message) {
    return Base64.getDecoder().decode(message.path("media").path("payload").asText());
  }

  private static byte[] silence(int length) {
    var silence = new byte[length];
    java.util.Arrays.fill(silence, SILENCE);
    return silence;
  }
}
