package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.MuLaw;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A spoken message. The audio comes in growing pieces and faster than it is played; the words keep
 * ahead of it.
 */
final class Speech implements OutputItem {
  private static final int FIRST_PIECE_MS = 50;
  private static final int LARGEST_PIECE_MS = 200;

  private final Response response;
  private final Stage stage;
  private final byte[] mulaw;
  private final List<String> words;
  private final int clipLength;
  private final boolean whole;
  private final Item item = Item.answer();
  private final StringBuilder transcript = new StringBuilder();
  private int pieceMs = FIRST_PIECE_MS;
  private int sent;
  private int wordsSent;
  private boolean over;
  private Loop.Timer next = Loop.Timer.NONE;

  Speech(Response response, Clip clip) {
    this.response = response;
    this.stage = response.stage();
    this.words = Pieces.words(clip.text());
    int allowed = allowedBytes(response.mostTokens(), clip);
    this.clipLength = clip.mulaw().length;
    this.whole = allowed >= clipLength;
    this.mulaw = whole ? clip.mulaw() : Arrays.copyOf(clip.mulaw(), allowed);
  }

  @Override
  public void begin() {
    response.begin(item);
    item.content("output_audio").put("transcript", "");
    stage.events().send("response.content_part.added", part());
    speak();
  }

  @Override
  public void stop() {
    if (over) {
      return;
    }
    over = true;
    next.cancel();
    stage.events().send("response.output_audio.done", place());
    stage
        .events()
        .send(
            "response.output_audio_transcript.done",
            place().put("transcript", transcript.toString()));
    item.transcript(transcript.toString());
    stage.events().send("response.content_part.done", part());
    response.done(item, whole && sent == mulaw.length);
  }

  private void speak() {
    int end = Math.min(mulaw.length, sent + pieceMs * MuLaw.BYTES_PER_MILLISECOND);
    var piece = Arrays.copyOfRange(mulaw, sent, end);
    sent = end;
    write();
    item.speak(piece);
    var audio = Base64.getEncoder().encodeToString(response.format().fromLine(piece));
    stage.events().send("response.output_audio.delta", place().put("delta", audio));
    var length = MuLaw.length(piece.length);
    stage.spoke().accept(length.toMillis());
    if (sent == mulaw.length) {
      stop();
      response.made(whole ? Response.Status.COMPLETED : Response.Status.INCOMPLETE);
      return;
    }
    pieceMs = Math.min(LARGEST_PIECE_MS, pieceMs + FIRST_PIECE_MS);
    var pause = Duration.ofNanos((long) (length.toNanos() / stage.world().pace().speed()));
    next = stage.loop().after(pause, this::speak);
  }

  /** The words of the audio so far, and the next one. */
  private void write() {
    int wanted = Math.min(words.size(), (int) ((long) words.size() * sent / clipLength) + 1);
    if (wanted > wordsSent) {
      var delta = String.join("", words.subList(wordsSent, wanted));
      transcript.append(delta);
      wordsSent = wanted;
      stage.events().send("response.output_audio_transcript.delta", place().put("delta", delta));
    }
  }

  private static int allowedBytes(int tokens, Clip clip) {
    long audioTokens = Math.max(1, tokens - Meter.text(clip.text().length()).text());
    return (int) Math.min(clip.mulaw().length, audioTokens * 50 * MuLaw.BYTES_PER_MILLISECOND);
  }

  private ObjectNode part() {
    var fields = place();
    fields.putObject("part").put("type", "audio").put("transcript", transcript.toString());
    return fields;
  }

  private ObjectNode place() {
    return response.about(item).put("content_index", 0);
  }
}
