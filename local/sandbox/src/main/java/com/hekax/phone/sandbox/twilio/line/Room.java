package com.hekax.phone.sandbox.twilio.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lines that hear each other: each hears the sum of all others. Two of them are a bridged call.
 *
 * <p>Lines do not run in step. Speech begins to be heard when a tenth of a second of it is there,
 * so that a line that is late for less leaves no gap in a word.
 */
public final class Room {
  /** A tenth of a second. */
  private static final int AHEAD_FRAMES = 5;

  /** A second: who is later than that has lost what was said. */
  private static final int MOST_FRAMES = 50;

  private final Map<Seat, Map<Seat, Inbox>> waiting = new HashMap<>();

  /** What one says and another has not heard yet. */
  private static final class Inbox {
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private boolean flows;

    void add(byte[] frame) {
      frames.add(frame);
      flows |= frames.size() >= AHEAD_FRAMES;
      if (frames.size() > MOST_FRAMES) {
        frames.poll();
      }
    }

    Optional<byte[]> next() {
      var frame = flows ? Optional.ofNullable(frames.poll()) : Optional.<byte[]>empty();
      flows = frame.isPresent();
      return frame;
    }
  }

  /** A place in the room; what a line is connected to. */
  public final class Seat implements AudioPort {
    private volatile boolean muted;
    private volatile boolean away;
    private volatile boolean coaching;
    private volatile Optional<Seat> coached = Optional.empty();

    private Seat() {}

    /** Says nothing to the others while muted. */
    public void mute(boolean on) {
      muted = on;
    }

    /** Neither hears nor is heard while on hold. */
    public void hold(boolean on) {
      away = on;
    }

    /** Is heard by one of the others alone, or by all when there is none. */
    public void coach(Optional<Seat> other) {
      coached = other;
      coaching = other.isPresent();
    }

    @Override
    public byte[] exchange(byte[] spoken) {
      return Room.this.exchange(this, spoken);
    }

    public void leave() {
      Room.this.leave(this);
    }

    private boolean isHeardBy(Seat other) {
      return !muted && !away && !other.away && (!coaching || coached.equals(Optional.of(other)));
    }
  }

  /** Comes in. */
  public synchronized Seat enter() {
    var seat = new Seat();
    waiting.values().forEach(inbox -> inbox.put(seat, new Inbox()));
    var inbox = new HashMap<Seat, Inbox>();
    waiting.keySet().forEach(other -> inbox.put(other, new Inbox()));
    waiting.put(seat, inbox);
    return seat;
  }

  private synchronized void leave(Seat seat) {
    waiting.remove(seat);
    waiting.values().forEach(inbox -> inbox.remove(seat));
  }

  private synchronized byte[] exchange(Seat seat, byte[] spoken) {
    waiting.forEach(
        (other, inbox) -> {
          if (other != seat && seat.isHeardBy(other)) {
            Optional.ofNullable(inbox.get(seat)).ifPresent(unheard -> unheard.add(spoken));
          }
        });
    var frames =
        waiting.getOrDefault(seat, Map.of()).values().stream()
            .map(Inbox::next)
            .flatMap(Optional::stream)
            .toList();
    return switch (frames.size()) {
      case 0 -> Line.silence();
      case 1 -> frames.getFirst();
      default -> Sounds.mixed(frames);
    };
  }
}
