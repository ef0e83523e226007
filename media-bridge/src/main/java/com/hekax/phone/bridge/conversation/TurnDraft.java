package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Turn.Speaker;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A turn of which not everything is known yet: its words and its sound arrive apart. */
final class TurnDraft {
  private enum Sound {
    PLAYING,
    HEARD_OUT,
    INTERRUPTED
  }

  final String itemId;
  final Speaker speaker;
  private final Instant at;
  private String text = "";
  private boolean hasAllText;
  private Sound sound = Sound.PLAYING;
  private int heardMs;
  private int sentMs;
  private Optional<Turn> saved = Optional.empty();

  TurnDraft(String itemId, Speaker speaker, Instant at) {
    this.itemId = itemId;
    this.speaker = speaker;
    this.at = at;
  }

  void addText(String more) {
    if (!hasAllText && !isCutShort()) {
      text += more;
    }
  }

  void setText(String whole) {
    hasAllText = true;
    if (!isCutShort()) {
      text = whole;
    }
  }

  void heardOut(int ms) {
    sound = Sound.HEARD_OUT;
    heardMs = ms;
    sentMs = ms;
  }

  /** Fixes the text too: words that come later belong to sound that was never sent. */
  void interrupted(int heard, int sent) {
    sound = Sound.INTERRUPTED;
    heardMs = heard;
    sentMs = sent;
  }

  /** What is known of it by now, if that is different from what was last taken. */
  Optional<Turn> takeIfChanged(int position) {
    if (!isReady()) {
      return Optional.empty();
    }
    var turn =
        new Turn(
            itemId,
            position,
            speaker,
            spoken(),
            at,
            sound == Sound.INTERRUPTED,
            speaker == Speaker.ASSISTANT ? OptionalInt.of(heardMs) : OptionalInt.empty());
    if (turn.text().isBlank() || saved.filter(turn::equals).isPresent()) {
      return Optional.empty();
    }
    saved = Optional.of(turn);
    return saved;
  }

  /** The words that were really spoken and heard. */
  String spoken() {
    return sound == Sound.INTERRUPTED ? HeardText.of(text, heardMs, sentMs) : text;
  }

  /** It will not become more: takes what there is. */
  void close() {
    hasAllText = true;
  }

  private boolean isReady() {
    return switch (speaker) {
      case CALLER -> hasAllText;
      case ASSISTANT ->
          switch (sound) {
            case PLAYING -> false;
            case HEARD_OUT -> hasAllText;
            case INTERRUPTED -> true;
          };
    };
  }

  private boolean isCutShort() {
    return sound == Sound.INTERRUPTED && !text.isEmpty();
  }
}
