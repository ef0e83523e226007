package com.hekax.phone.bridge.simulation;

import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.conversation.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Twilio's end of the stream: plays what it is sent at 8,000 bytes a second without a pause,
 * returns marks when they are played, and drops all at a clear.
 */
final class SimulatedLine {
  private final VirtualTime time;
  private final Wire toBridge;
  private final Consumer<Signal> bridge;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final Map<String, Stretch> stretches = new HashMap<>();
  private long sentMs;
  private long markedMs;
  private long playsUntil;
  private long cleared;
  private boolean closed;

  SimulatedLine(VirtualTime time, Wire toBridge, Consumer<Signal> bridge) {
    this.time = time;
    this.toBridge = toBridge;
    this.bridge = bridge;
  }

  /** Where an item lies in all that was ever sent, in milliseconds. */
  private record Stretch(long from, long until) {}

  /** A mark that waits for what was sent before it. */
  private record Piece(String mark, long playedAt) {}

  void play(Audio audio) {
    sentMs += audio.bytes() / 8;
    playsUntil = Math.max(playsUntil, time.now()) + audio.bytes() / 8;
  }

  void mark(String name) {
    var item = name.substring(name.indexOf(':') + 1, name.lastIndexOf(':'));
    stretches.merge(
        item, new Stretch(markedMs, sentMs), (all, more) -> new Stretch(all.from(), more.until()));
    markedMs = sentMs;
    var piece = new Piece(name, Math.max(playsUntil, time.now()));
    pieces.add(piece);
    long before = cleared;
    time.at(
        piece.playedAt(),
        () -> {
          if (before == cleared) {
            pieces.remove(piece);
            returned(name);
          }
        });
  }

  /** How much of an item the caller has heard by now, in milliseconds. */
  int heardOf(String item) {
    var stretch = stretches.getOrDefault(item, new Stretch(0, 0));
    long played = sentMs - Math.max(0, playsUntil - time.now());
    return (int) (Math.clamp(played, stretch.from(), stretch.until()) - stretch.from());
  }

  void clear() {
    cleared++;
    playsUntil = Math.min(playsUntil, time.now());
    while (!pieces.isEmpty()) {
      returned(pieces.remove().mark());
    }
  }

  /** Whether the caller hears the assistant now. */
  boolean sounds() {
    return playsUntil > time.now();
  }

  /** When the caller has heard all that was sent. */
  long playsUntil() {
    return playsUntil;
  }

  boolean isClosed() {
    return closed;
  }

  /** Twilio ends the stream, or it is closed. */
  void close() {
    closed = true;
    playsUntil = Math.min(playsUntil, time.now());
    cleared++;
    pieces.clear();
  }

  void send(Signal signal) {
    bridge.accept(signal);
  }

  private void returned(String mark) {
    toBridge.send(() -> bridge.accept(new Signal.MarkReturned(time.now(), mark)));
  }
}
