package com.hekax.phone.sandbox.twilio.conference;

import com.hekax.phone.sandbox.twilio.line.Room;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conference ("TwiML Voice: Conference", read 2026-11-22): it starts with two participants of
 * whom one may start it, and ends with the last or with one whose leaving ends it.
 */
public final class Conference {
  private final String sid;
  private final String name;
  private final InstantSource clock;
  private final Instant createdAt;
  private final ConferenceListener listener;
  private final Room room = new Room();
  private final List<Participant> participants = new ArrayList<>();
  private boolean started;
  private Optional<String> endReason = Optional.empty();
  private Optional<String> endedBy = Optional.empty();

  Conference(String sid, String name, InstantSource clock, ConferenceListener listener) {
    this.sid = sid;
    this.name = name;
    this.clock = clock;
    this.createdAt = clock.instant();
    this.listener = listener;
  }

  public String sid() {
    return sid;
  }

  public String name() {
    return name;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** {@code init}, {@code in-progress} or {@code completed}. */
  public synchronized String status() {
    if (endReason.isPresent()) {
      return "completed";
    }
    return started ? "in-progress" : "init";
  }

  public synchronized boolean isOver() {
    return endReason.isPresent();
  }

  public synchronized Optional<String> endReason() {
    return endReason;
  }

  public synchronized Optional<String> endedBy() {
    return endedBy;
  }

  public synchronized List<Participant> participants() {
    return List.copyOf(participants);
  }

  /** By the SID of the call or by the label. */
  public synchronized Optional<Participant> find(String callSidOrLabel) {
    return participants.stream()
        .filter(
            one ->
                one.callSid().equals(callSidOrLabel)
                    || one.label().equals(Optional.of(callSidOrLabel)))
        .findFirst();
  }

  /** Comes in; nobody hears anybody until the conference starts. */
  public synchronized Participant join(Participant.Joining joining) {
    var participant = new Participant(joining, room.enter(), clock.instant());
    participant.coach(joining.coached().flatMap(this::find));
    participants.add(participant);
    listener.told(this, "participant-join", Optional.of(participant));
    if (!started
        && participants.size() > 1
        && participants.stream().anyMatch(Participant::startsConference)) {
      started = true;
      listener.told(this, "conference-start", Optional.empty());
    }
    participants.forEach(one -> one.seat().hold(one.isHeld() || !started));
    return participant;
  }

  /** Goes; with some that is the end for all. */
  public synchronized void leave(Participant participant) {
    if (!participants.remove(participant)) {
      return;
    }
    participant.seat().leave();
    listener.told(this, "participant-leave", Optional.of(participant));
    if (participant.endsConference()) {
      end("participant-with-end-conference-on-exit-left", Optional.of(participant.callSid()));
    } else if (participants.isEmpty()) {
      end("last-participant-left", Optional.of(participant.callSid()));
    }
  }

  /** Ends it for all who are in it. */
  public synchronized void end(String reason, Optional<String> by) {
    if (endReason.isEmpty()) {
      endReason = Optional.of(reason);
      endedBy = by;
      List.copyOf(participants).forEach(Participant::kick);
      listener.told(this, "conference-end", Optional.empty());
    }
  }

  public synchronized void mute(Participant participant, boolean on) {
    participant.mute(on);
    listener.told(this, on ? "participant-mute" : "participant-unmute", Optional.of(participant));
  }

  public synchronized void hold(Participant participant, boolean on) {
    participant.hold(on);
    participant.seat().hold(on || !started);
    listener.told(this, on ? "participant-hold" : "participant-unhold", Optional.of(participant));
  }

  /** Lets it be heard by one of the others alone, or by all. */
  public synchronized void coach(Participant participant, Optional<String> callSid) {
    participant.coach(callSid.flatMap(this::find));
    listener.told(this, "participant-modify", Optional.of(participant));
  }

  public synchronized void endOnExitOf(Participant participant, boolean on) {
    participant.endConferenceOnExit(on);
    listener.told(this, "participant-modify", Optional.of(participant));
  }

  /** Puts one out. */
  public void kick(Participant participant) {
    participant.kick();
  }
}
