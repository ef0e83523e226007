package com.hekax.phone.bridge.conversation;

/** The audio of one item that was sent to Twilio. */
final class Segment {
  final String itemId;
  final String responseId;
  final int contentIndex;

  /** Where it begins, in bytes since the call's first. */
  final long start;

  private long bytes;
  private int markedMs;
  private boolean complete;
  private boolean known = true;

  Segment(String itemId, String responseId, int contentIndex, long start) {
    this.itemId = itemId;
    this.responseId = responseId;
    this.contentIndex = contentIndex;
    this.start = start;
  }

  void sent(Audio audio) {
    bytes += audio.bytes();
  }

  void marked(int ms) {
    markedMs = Math.max(markedMs, Math.min(ms, sentMs()));
  }

  void complete() {
    complete = true;
  }

  void forgottenByModel() {
    known = false;
  }

  int sentMs() {
    return (int) (bytes / Audio.BYTES_A_MILLISECOND);
  }

  /** Where on the line so much of it has been played; the whole of it includes a fraction. */
  long positionOf(int ms) {
    return start + (ms >= sentMs() ? bytes : (long) ms * Audio.BYTES_A_MILLISECOND);
  }

  /** Twilio has said that all of it was played, and nothing more comes. */
  boolean isOver() {
    return complete && markedMs >= sentMs();
  }

  /** How much of it was heard once the line has been played up to {@code position}. */
  Cut cutAt(long position) {
    long played = Math.clamp(position - start, 0, bytes) / Audio.BYTES_A_MILLISECOND;
    int heard = Math.max(markedMs, (int) played);
    return new Cut(itemId, responseId, contentIndex, heard, sentMs(), complete, known);
  }
}
