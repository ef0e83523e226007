package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.twiml.Element;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code <Dial>} ("TwiML Voice: Dial", Number and Client; read 2026-11-22). */
final class DialVerb {
  /** Twilio lets it ring about so much longer than it was asked to. */
  private static final Duration EXTRA = Duration.ofSeconds(5);

  private static final int MOST_NOUNS = 10;
  private static final int NOBODY_TO_DIAL = 13223;

  private final TwimlRun run;
  private final Call call;

  DialVerb(TwimlRun run) {
    this.run = run;
    this.call = run.call();
  }

  Optional<Source> perform(Element verb)
      throws Interruption, ApplicationException, InterruptedException {
    if (verb.child("Conference").isPresent()) {
      return new ConferenceNoun(run).perform(verb, verb.child("Conference").get());
    }
    var nouns = nouns(verb);
    DialResult result = DialResult.unanswered(CallStatus.FAILED);
    for (var round : rounds(verb, nouns)) {
      result = dial(verb, round);
      if (result.answered()) {
        break;
      }
    }
    if (result.recording().isPresent()) {
      RecordingReports.tell(run, verb, result.recording().get());
    }
    var form = form(result, nouns.size());
    call.timeline().add("dialed", form);
    return run.action(verb, form);
  }

  private DialResult dial(Element verb, List<Element> nouns)
      throws Interruption, ApplicationException, InterruptedException {
    var legs = new ArrayList<Call>();
    for (var noun : nouns) {
      legs.add(leg(verb, noun));
    }
    var bridge =
        new Bridge(run, legs, !verb.get("record", "do-not-record").equals("do-not-record"));
    try {
      return bridge.talk(
          Duration.ofSeconds(verb.number("timeLimit", 14_400)), verb.flag("hangupOnStar", false));
    } catch (Interruption.Over over) {
      var status = bridge.isAnswered() ? CallStatus.COMPLETED : CallStatus.CANCELED;
      run.tell(
          verb,
          Map.of(
              "DialCallStatus", status.word(),
              "DialBridged", Boolean.toString(bridge.isBridged()),
              "CallStatus", call.isAnswered() ? CallStatus.COMPLETED.word() : status.word()));
      throw over;
    } finally {
      bridge.close();
    }
  }

  private Call leg(Element verb, Element noun) throws ApplicationException {
    var screening = noun.find("url");
    var first =
        screening.isPresent()
            ? Optional.of(
                new Source.Fetch(
                    run.resolve(screening.get()), noun.get("method", "POST"), Map.of()))
            : Optional.<Source.Fetch>empty();
    var ringing = Duration.ofSeconds(verb.number("timeout", 30)).plus(EXTRA);
    var callerId = verb.get("callerId", call.from());
    return run.exchange()
        .dial(run, callerId, address(noun), child -> live(child, ringing, first), status(noun));
  }

  /** A leg until it is put through; how long it lasts then, the other side decides. */
  private void live(TwimlRun child, Duration ringing, Optional<Source.Fetch> screening)
      throws Interruption, ApplicationException, InterruptedException {
    Ringing.ring(child, ringing);
    call.signal(new Signal.Answered(child.call()));
    if (screening.isPresent()) {
      child.run(screening.get());
    }
    call.signal(new Signal.Ready(child.call()));
    try {
      child.pause(TwimlRun.FOREVER);
    } catch (Interruption.Redirected redirected) {
      call.signal(new Signal.Left(child.call()));
      child.run(redirected.source());
    }
  }

  private Optional<StatusTarget> status(Element noun) throws ApplicationException {
    var address = noun.find("statusCallback");
    if (address.isEmpty()) {
      return Optional.empty();
    }
    URI url = run.resolve(address.get());
    return Optional.of(
        new StatusTarget(
            url,
            noun.get("statusCallbackMethod", "POST"),
            Set.of(noun.get("statusCallbackEvent", "completed").split(" ", -1))));
  }

  private static List<Element> nouns(Element verb) throws ApplicationException {
    var nouns =
        verb.children().isEmpty()
            ? List.of(new Element("Number", Map.of(), List.of(), verb.text()))
            : verb.children();
    if (nouns.size() > MOST_NOUNS || nouns.stream().anyMatch(noun -> address(noun).isEmpty())) {
      throw new ApplicationException(NOBODY_TO_DIAL, "One to ten numbers or clients to dial");
    }
    return nouns;
  }

  private static List<List<Element>> rounds(Element verb, List<Element> nouns) {
    return verb.flag("sequential", false) ? nouns.stream().map(List::of).toList() : List.of(nouns);
  }

  private static String address(Element noun) {
    if (noun.name().equals("Number")) {
      return noun.text();
    }
    var identity = noun.child("Identity").map(Element::text).orElse(noun.text());
    return identity.isEmpty() ? "" : "client:" + identity;
  }

  private Map<String, String> form(DialResult result, int nouns) {
    var form = new HashMap<String, String>();
    form.put("DialCallStatus", result.status().word());
    form.put("DialBridged", Boolean.toString(result.bridged()));
    if (result.answered()) {
      form.put("DialCallDuration", Long.toString(result.talk().toSeconds()));
    }
    if (nouns == 1) {
      result.leg().ifPresent(leg -> form.put("DialCallSid", leg.sid()));
    }
    result
        .recording()
        .ifPresent(
            recording -> {
              form.put("RecordingSid", recording.sid());
              form.put("RecordingUrl", run.exchange().address(recording));
            });
    return form;
  }
}
