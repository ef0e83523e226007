package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.line.AudioPort;
import com.hekax.phone.sandbox.twilio.line.Room;
import com.hekax.phone.sandbox.twilio.line.Tape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call and the legs that it dials at the same time: who answers first is put through. */
final class Bridge implements AutoCloseable {
  private final TwimlRun run;
  private final Call call;
  private final List<Call> legs;
  private final boolean records;
  private final List<Call> gone = new ArrayList<>();
  private Optional<Call> winner = Optional.empty();
  private Optional<Tape> tape = Optional.empty();
  private long bridgedAt;
  private boolean bridged;

  Bridge(TwimlRun run, List<Call> legs, boolean records) {
    this.run = run;
    this.call = run.call();
    this.legs = List.copyOf(legs);
    this.records = records;
  }

  boolean isAnswered() {
    return winner.isPresent();
  }

  boolean isBridged() {
    return bridged;
  }

  /** Until one side leaves, nobody answers or the time is over. */
  DialResult talk(Duration limit, boolean hangUpOnStar) throws Interruption, InterruptedException {
    long end = System.nanoTime() + TwimlRun.FOREVER.toNanos();
    while (true) {
      switch (run.next(end).orElse(null)) {
        case null -> {
          return result();
        }
        case Signal.Answered(var leg) when legs.contains(leg) && winner.isEmpty() -> {
          winner = Optional.of(leg);
          cancelOthers();
        }
        case Signal.Ready(var leg) when isWinner(leg) -> {
          putThrough(leg);
          end = System.nanoTime() + limit.toNanos();
        }
        case Signal.Left(var leg) when legs.contains(leg) -> {
          gone.add(leg);
          if (isWinner(leg) || (winner.isEmpty() && gone.size() == legs.size())) {
            return result();
          }
        }
        case Signal.Key(var key) when hangUpOnStar && bridged && key == '*' -> {
          return result();
        }
        default -> {}
      }
    }
  }

  /** The call goes on alone; whoever is still there is hung up. */
  @Override
  public void close() {
    call.connect(AudioPort.NOBODY);
    legs.stream()
        .filter(leg -> !gone.contains(leg))
        .forEach(leg -> leg.signal(new Signal.Ended(CallStatus.CANCELED)));
  }

  private void putThrough(Call leg) {
    run.answer();
    var room = new Room();
    var near = room.enter();
    var far = room.enter();
    tape = records ? Optional.of(new Tape(near)) : Optional.empty();
    call.connect(tape.<AudioPort>map(recorder -> recorder).orElse(near));
    leg.connect(far);
    bridged = true;
    bridgedAt = System.nanoTime();
    call.timeline().add("bridged", Map.of("callSid", call.sid(), "with", leg.sid()));
  }

  private void cancelOthers() {
    legs.stream()
        .filter(leg -> !isWinner(leg) && !gone.contains(leg))
        .forEach(leg -> leg.signal(new Signal.Ended(CallStatus.CANCELED)));
  }

  private boolean isWinner(Call leg) {
    return winner.equals(Optional.of(leg));
  }

  private DialResult result() {
    if (winner.isEmpty()) {
      if (gone.size() == 1) {
        return DialResult.unanswered(gone.getFirst());
      }
      boolean allBusy = gone.stream().allMatch(leg -> leg.status() == CallStatus.BUSY);
      return DialResult.unanswered(allBusy ? CallStatus.BUSY : CallStatus.NO_ANSWER);
    }
    return new DialResult(
        // Also of one who declined the screening: read DialBridged (nobody verified which it is).
        CallStatus.COMPLETED,
        true,
        winner,
        bridged ? Duration.ofNanos(System.nanoTime() - bridgedAt) : Duration.ZERO,
        bridged,
        tape.map(recorder -> run.exchange().record(call, "DialVerb", recorder.recorded())));
  }
}
