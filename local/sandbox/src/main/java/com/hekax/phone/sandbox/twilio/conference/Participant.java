package com.hekax.phone.sandbox.twilio.conference;

import com.hekax.phone.sandbox.twilio.line.Room.Seat;
import java.time.Instant;
import java.util.Optional;

/** One call in a conference. */
public final class Participant {
  private final String callSid;
  private final Optional<String> label;
  private final Instant joinedAt;
  private final boolean startsConference;
  private final Seat seat;
  private final Runnable kick;
  private volatile boolean muted;
  private volatile boolean held;
  private volatile boolean endsConference;
  private volatile Optional<String> coached = Optional.empty();

  Participant(Joining joining, Seat seat, Instant joinedAt) {
    this.callSid = joining.callSid();
    this.label = joining.label();
    this.startsConference = joining.startsConference();
    this.endsConference = joining.endsConference();
    this.kick = joining.kick();
    this.joinedAt = joinedAt;
    this.seat = seat;
    mute(joining.muted());
  }

  /**
   * How a call comes in.
   *
   * @param coached the call that alone hears this one
   * @param kick puts it out again
   */
  public record Joining(
      String callSid,
      Optional<String> label,
      boolean muted,
      boolean startsConference,
      boolean endsConference,
      Optional<String> coached,
      Runnable kick) {}

  public String callSid() {
    return callSid;
  }

  public Optional<String> label() {
    return label;
  }

  public Instant joinedAt() {
    return joinedAt;
  }

  public boolean startsConference() {
    return startsConference;
  }

  public boolean endsConference() {
    return endsConference;
  }

  public boolean isMuted() {
    return muted;
  }

  public boolean isHeld() {
    return held;
  }

  public Optional<String> coached() {
    return coached;
  }

  public Seat seat() {
    return seat;
  }

  void mute(boolean on) {
    muted = on;
    seat.mute(on);
  }

  void hold(boolean on) {
    held = on;
    seat.hold(on);
  }

  void endConferenceOnExit(boolean on) {
    endsConference = on;
  }

  void coach(Optional<Participant> other) {
    coached = other.map(Participant::callSid);
    seat.coach(other.map(Participant::seat));
  }

  void kick() {
    kick.run();
  }
}
