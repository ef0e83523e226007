package com.hekax.phone.sandbox.twilio.media;

import com.hekax.phone.sandbox.twilio.line.Announcement;
import com.hekax.phone.sandbox.twilio.line.Line;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the product sent and the caller has yet to hear: played in order, 8000 bytes a second. A
 * mark is due when all before it has been heard, at once when nothing is queued, and when the queue
 * is cleared.
 */
final class Playback {
  private final Deque<Queued> queue = new ArrayDeque<>();

  /** Marks in the middle of the frame that is being heard. */
  private final List<LastMark> inFrame = new ArrayList<>();

  private long playedBytes;
  private long runStart;
  private boolean sounding;
  private Optional<LastMark> lastMark = Optional.empty();

  private sealed interface Queued {
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Audio(byte[] bytes) implements Queued {}

    record Mark(String name) implements Queued {}
  }

  private record LastMark(String name, long atBytes) {}

  /**
   * What a clear came upon.
   *
   * @param bytesPlayed heard since the queue was last empty, so of what is being said now
   * @param bytesDropped not heard and never to be
   * @param lastMark the mark that was played last
   * @param bytesAfterMark heard since then
   * @param marks to give back
   */
  record Cleared(
      long bytesPlayed,
      long bytesDropped,
      Optional<String> lastMark,
      long bytesAfterMark,
      List<String> marks) {}

  /**
   * Twenty milliseconds to be heard.
   *
   * @param marks due now: all before them has been heard
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Played(byte[] frame, List<String> marks) {}

  synchronized void add(byte[] audio) {
    if (!isPlaying()) {
      runStart = playedBytes;
    }
    queue.add(new Queued.Audio(audio));
  }

  /** Whether the mark is due at once; otherwise it waits for what is before it. */
  synchronized boolean mark(String name) {
    if (isPlaying()) {
      queue.add(new Queued.Mark(name));
      return false;
    }
    lastMark = Optional.of(new LastMark(name, playedBytes));
    return true;
  }

  synchronized Cleared clear() {
    long dropped = 0;
    var marks = new ArrayList<String>();
    inFrame.forEach(mark -> marks.add(mark.name()));
    inFrame.clear();
    for (var one : queue) {
      switch (one) {
        case Queued.Audio(var bytes) -> dropped += bytes.length;
        case Queued.Mark(var name) -> marks.add(name);
      }
    }
    queue.clear();
    boolean spoke = sounding || dropped > 0;
    sounding = false;
    return new Cleared(
        spoke ? playedBytes - runStart : 0,
        dropped,
        lastMark.map(LastMark::name),
        playedBytes - lastMark.map(LastMark::atBytes).orElse(0L),
        List.copyOf(marks));
  }

  /** The frame before this one has been heard; this is the next. */
  synchronized Played next() {
    var marks = new ArrayList<String>();
    inFrame.forEach(mark -> pass(mark, marks));
    inFrame.clear();
    var frame = new ByteArrayOutputStream(Line.FRAME_BYTES);
    while (frame.size() < Line.FRAME_BYTES && !queue.isEmpty()) {
      switch (queue.poll()) {
        case Queued.Audio(var bytes) -> fill(frame, bytes);
        case Queued.Mark(var name) -> {
          var mark = new LastMark(name, playedBytes + frame.size());
          if (frame.size() == 0) {
            pass(mark, marks);
          } else {
            // What is before it ends in this frame, which is yet to be heard.
            inFrame.add(mark);
          }
        }
      }
    }
    playedBytes += frame.size();
    sounding = frame.size() > 0;
    return new Played(Announcement.framed(frame.toByteArray()), List.copyOf(marks));
  }

  private void pass(LastMark mark, List<String> marks) {
    lastMark = Optional.of(mark);
    marks.add(mark.name());
  }

  /** As much as there is room for; the rest is next. */
  private void fill(ByteArrayOutputStream frame, byte[] bytes) {
    int taken = Math.min(bytes.length, Line.FRAME_BYTES - frame.size());
    frame.write(bytes, 0, taken);
    if (taken < bytes.length) {
      queue.addFirst(new Queued.Audio(Arrays.copyOfRange(bytes, taken, bytes.length)));
    }
  }

  /** Heard in all since the stream began. */
  synchronized long playedBytes() {
    return playedBytes;
  }

  private boolean isPlaying() {
    return sounding || !queue.isEmpty();
  }
}
