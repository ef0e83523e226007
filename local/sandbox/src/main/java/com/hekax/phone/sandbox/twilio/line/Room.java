package com.hekax.phone.sandbox.twilio.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines that hear each other: each hears the sum of all others. Two of them are a bridged call.
 *
 * <p>Frames of a line that runs ahead of another wait, up to a tenth of a second.
 */
public final class Room {
  private static final int WAITING_FRAMES = 5;

  private final Map<Seat, Map<Seat, Deque<byte[]>>> waiting = new HashMap<>();

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
    waiting.values().forEach(inbox -> inbox.put(seat, new ArrayDeque<>()));
    var inbox = new HashMap<Seat, Deque<byte[]>>();
    waiting.keySet().forEach(other -> inbox.put(other, new ArrayDeque<>()));
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
            offer(inbox.get(seat), spoken);
          }
        });
    var frames =
        waiting.getOrDefault(seat, Map.of()).values().stream()
            .map(Deque::poll)
            .filter(frame -> frame != null)
            .toList();
    return switch (frames.size()) {
      case 0 -> Line.silence();
      case 1 -> frames.getFirst();
      default -> Sounds.mixed(frames);
    };
  }

  private static void offer(@Nullable Deque<byte[]> queue, byte[] frame) {
    if (queue != null) {
      queue.add(frame);
      if (queue.size() > WAITING_FRAMES) {
        queue.poll();
      }
    }
  }
}
