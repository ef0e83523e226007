package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.conference.Conference;
import com.hekax.phone.sandbox.twilio.conference.ConferenceListener;
import com.hekax.phone.sandbox.twilio.conference.Participant;
import com.hekax.phone.sandbox.twilio.line.AudioPort;
import com.hekax.phone.sandbox.twilio.twiml.Element;
import com.hekax.phone.sandbox.twilio.webhook.WebhookRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code <Dial><Conference>} ("TwiML Voice: Conference", read 2026-11-22). */
final class ConferenceNoun {
  private final TwimlRun run;
  private final Call call;

  ConferenceNoun(TwimlRun run) {
    this.run = run;
    this.call = run.call();
  }

  Optional<Source> perform(Element verb, Element noun)
      throws Interruption, ApplicationException, InterruptedException {
    var conference = run.exchange().conferences().open(noun.text(), new Told(target(noun)));
    var settings =
        new ParticipantSettings(
            noun.find("participantLabel"),
            noun.flag("muted", false),
            noun.flag("startConferenceOnEnter", true),
            noun.flag("endConferenceOnExit", false),
            noun.find("coach"));
    stay(
        conference,
        settings,
        Duration.ofSeconds(verb.number("timeLimit", 14_400)),
        verb.flag("hangupOnStar", false));
    var form = Map.of("DialCallStatus", "answered");
    call.timeline().add("dialed", form);
    return run.action(verb, form);
  }

  /** In the conference until it ends or this call leaves it. */
  void stay(
      Conference conference, ParticipantSettings settings, Duration limit, boolean leavesOnStar)
      throws Interruption, InterruptedException {
    run.answer();
    var out = new Awaited();
    var participant =
        conference.join(
            new Participant.Joining(
                call.sid(),
                settings.label(),
                settings.muted(),
                settings.startsConference(),
                settings.endsConference(),
                settings.coached(),
                () -> call.signal(new Signal.Finished(out))));
    call.connect(participant.seat());
    note("conference-joined", conference);
    try {
      awaitEnd(out, limit, leavesOnStar);
    } finally {
      call.connect(AudioPort.NOBODY);
      conference.leave(participant);
      note("conference-left", conference);
    }
  }

  private void awaitEnd(Awaited out, Duration limit, boolean leavesOnStar)
      throws Interruption, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      switch (run.next(end).orElse(null)) {
        case null -> {
          return;
        }
        case Signal.Finished(var what) when what.equals(out) -> {
          return;
        }
        case Signal.Key(var key) when leavesOnStar && key == '*' -> {
          return;
        }
        default -> {}
      }
    }
  }

  private void note(String kind, Conference conference) {
    call.timeline()
        .add(
            kind,
            Map.of(
                "callSid", call.sid(),
                "conferenceSid", conference.sid(),
                "name", conference.name()));
  }

  private Optional<StatusTarget> target(Element noun) throws ApplicationException {
    var address = noun.find("statusCallback");
    if (address.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StatusTarget(
            run.resolve(address.get()),
            noun.get("statusCallbackMethod", "POST"),
            Set.of(noun.get("statusCallbackEvent", "").split(" ", -1))));
  }

  /** Tells the product of a conference whose first participant asked for it. */
  private final class Told implements ConferenceListener {
    private static final Map<String, String> ASKED_AS = askedAs();

    private final Optional<StatusTarget> target;
    private final AtomicInteger sequence = new AtomicInteger();

    Told(Optional<StatusTarget> target) {
      this.target = target;
    }

    @Override
    public void told(Conference conference, String event, Optional<Participant> participant) {
      if (target.isEmpty() || !target.get().events().contains(ASKED_AS.get(event))) {
        return;
      }
      var form = CallForm.of(call);
      form.keySet().retainAll(Set.of("AccountSid"));
      form.put("ConferenceSid", conference.sid());
      form.put("FriendlyName", conference.name());
      form.put("StatusCallbackEvent", event);
      form.put("SequenceNumber", Integer.toString(sequence.incrementAndGet()));
      form.put("Timestamp", StatusReports.TIMESTAMP.format(run.exchange().clock().instant()));
      participant.ifPresent(one -> form.putAll(of(one)));
      run.callbacks()
          .send(
              WebhookRequest.of(target.get().url(), target.get().method(), form),
              Duration.ZERO,
              "conference-callback",
              Map.of("event", event));
    }

    private static Map<String, String> of(Participant one) {
      var form = new LinkedHashMap<String, String>();
      form.put("CallSid", one.callSid());
      one.label().ifPresent(label -> form.put("ParticipantLabel", label));
      form.put("Muted", Boolean.toString(one.isMuted()));
      form.put("Hold", Boolean.toString(one.isHeld()));
      form.put("Coaching", Boolean.toString(one.coached().isPresent()));
      form.put("StartConferenceOnEnter", Boolean.toString(one.startsConference()));
      form.put("EndConferenceOnExit", Boolean.toString(one.endsConference()));
      return form;
    }

    private static Map<String, String> askedAs() {
      var asked = new HashMap<String, String>();
      asked.put("conference-start", "start");
      asked.put("conference-end", "end");
      asked.put("participant-join", "join");
      asked.put("participant-leave", "leave");
      asked.put("participant-mute", "mute");
      asked.put("participant-unmute", "mute");
      asked.put("participant-hold", "hold");
      asked.put("participant-unhold", "hold");
      asked.put("participant-modify", "modify");
      return Map.copyOf(asked);
    }
  }
}
