package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.openai.faults.Fault;
import com.hekax.phone.sandbox.openai.wire.Json;

/**
 * Writes down what callers say, after the turn and beside the answer to it. What is no clip is
 * written down as nothing.
 */
final class Transcriber {
  private static final String PREFIX = "conversation.item.input_audio_transcription.";

  private final Events events;
  private final Loop loop;
  private final World world;

  Transcriber(Events events, Loop loop, World world) {
    this.events = events;
    this.loop = loop;
    this.world = world;
  }

  void transcribe(Item item, TranscriptionModel model) {
    boolean fails = world.faults().take(Fault.Kind.TRANSCRIPTION).isPresent();
    Runnable write = fails ? () -> fail(item) : () -> write(item, model);
    loop.after(world.pace().transcribe(), write);
  }

  private void write(Item item, TranscriptionModel model) {
    var words = item.words(world.clips());
    for (var piece : Pieces.words(words)) {
      events.send(PREFIX + "delta", about(item).put("delta", piece));
    }
    item.transcript(words);
    var done = about(item).put("transcript", words);
    if (model.guided()) {
      var languages = done.putArray("languages");
      if (!words.isEmpty()) {
        languages.addObject().put("code", "en");
      }
    }
    done.set("usage", usage(item, words, model));
    events.send(PREFIX + "completed", done);
  }

  private void fail(Item item) {
    var failed = about(item);
    failed
        .putObject("error")
        .put("type", "transcription_error")
        .put("code", "audio_unintelligible")
        .put("message", "The audio could not be transcribed.")
        .putNull("param");
    events.send(PREFIX + "failed", failed);
  }

  private static ObjectNode usage(Item item, String words, TranscriptionModel model) {
    if (model.byTheMinute()) {
      return Json.object().put("type", "duration").put("seconds", item.audioMs() / 1000.0);
    }
    int heard = Meter.of(item).audio();
    int written = Meter.text(words.length()).text();
    var usage =
        Json.object()
            .put("type", "tokens")
            .put("input_tokens", heard)
            .put("output_tokens", written)
            .put("total_tokens", heard + written);
    usage.putObject("input_token_details").put("text_tokens", 0).put("audio_tokens", heard);
    return usage;
  }

  private static ObjectNode about(Item item) {
    return Json.object().put("item_id", item.id()).put("content_index", 0);
  }
}
