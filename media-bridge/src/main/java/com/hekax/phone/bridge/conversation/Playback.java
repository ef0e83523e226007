package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.ClearPlayback;
import com.hekax.phone.bridge.conversation.Effect.PlayAudio;
import com.hekax.phone.bridge.conversation.Effect.SendMark;
import com.hekax.phone.bridge.conversation.Signal.ModelAudio;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * What the caller hears, and how far. The model sends faster than it is played, so what was sent
 * says nothing; what was played is known from the marks that Twilio returns, and between them from
 * the time that has passed, because Twilio plays 8,000 bytes a second without a pause as long as it
 * has any. All audio of a call lies on one line, counted in bytes.
 */
final class Playback {
  /** Twilio does not say how much it holds; two minutes of it is more than anybody would say. */
  private static final long MOST_AHEAD = 120_000L * Audio.BYTES_A_MILLISECOND;

  private final Effects effects;
  private final Deque<Segment> queue = new ArrayDeque<>();
  private int generation = 1;
  private long sent;
  // Where the playback was, and when: the last that is known for sure.
  private long knownPosition;
  private long knownAtMillis;

  Playback(Effects effects) {
    this.effects = effects;
  }

  /** Plays the audio after all that is queued; false if too much is queued and it was dropped. */
  boolean play(ModelAudio delta) {
    long now = delta.atMillis();
    if (sent - position(now) > MOST_AHEAD) {
      return false;
    }
    if (position(now) == sent) {
      // Nothing is left to play, so this begins to be heard now.
      know(sent, now);
    }
    var segment = segment(delta);
    segment.sent(delta.audio());
    sent += delta.audio().bytes();
    effects.add(new PlayAudio(delta.audio()));
    effects.add(new SendMark(new Mark(generation, delta.itemId(), segment.sentMs()).name()));
    return true;
  }

  /** A mark came back; returns the items that are now over, oldest first. */
  List<Cut> marked(long now, Mark mark) {
    if (mark.generation() != generation) {
      return List.of(); // returned by a clear, so it was not played
    }
    for (var segment : queue) {
      if (segment.itemId.equals(mark.itemId())) {
        segment.marked(mark.playedMs());
        long position = segment.positionOf(mark.playedMs());
        if (position > knownPosition) {
          know(position, now);
        }
      }
    }
    return takeOver(now);
  }

  /** No more of the item comes; returns the items that are now over. */
  List<Cut> complete(long now, String itemId) {
    queue.stream().filter(s -> s.itemId.equals(itemId)).forEach(Segment::complete);
    return takeOver(now);
  }

  /** No more of the response comes; returns the items that are now over. */
  List<Cut> completeResponse(long now, String responseId) {
    queue.stream().filter(s -> s.responseId.equals(responseId)).forEach(Segment::complete);
    return takeOver(now);
  }

  /** Stops the playback at Twilio; returns what was in it, oldest first. */
  List<Cut> interrupt(long now) {
    effects.add(new ClearPlayback());
    return end(now);
  }

  /** Nothing is played any more; returns what was in it, oldest first. */
  List<Cut> end(long now) {
    long position = position(now);
    var cuts = new ArrayList<Cut>();
    queue.forEach(segment -> cuts.add(segment.cutAt(position)));
    queue.clear();
    generation++;
    know(sent, now);
    return cuts;
  }

  /**
   * The model's session is another now, which knows none of these items and adds to none; returns
   * the items that are now over.
   */
  List<Cut> modelChanged(long now) {
    queue.forEach(Segment::forgottenByModel);
    queue.forEach(Segment::complete);
    return takeOver(now);
  }

  /** Everything was played, as far as Twilio has told. */
  boolean isEmpty() {
    return queue.isEmpty();
  }

  private long position(long now) {
    return Math.min(sent, knownPosition + (now - knownAtMillis) * Audio.BYTES_A_MILLISECOND);
  }

  private void know(long position, long now) {
    knownPosition = position;
    knownAtMillis = now;
  }

  private Segment segment(ModelAudio delta) {
    var last = queue.peekLast();
    if (last != null && last.itemId.equals(delta.itemId())) {
      return last;
    }
    var segment = new Segment(delta.itemId(), delta.responseId(), delta.contentIndex(), sent);
    queue.add(segment);
    return segment;
  }

  private List<Cut> takeOver(long now) {
    var over = new ArrayList<Cut>();
    for (Iterator<Segment> segments = queue.iterator(); segments.hasNext(); ) {
      var segment = segments.next();
      if (segment.isOver()) {
        segments.remove();
        over.add(segment.cutAt(position(now)));
      }
    }
    return over;
  }
}
