package com.hekax.phone.sandbox.twilio.rest;

import com.hekax.phone.sandbox.twilio.call.Call;
import com.hekax.phone.sandbox.twilio.call.CallStatus;
import com.hekax.phone.sandbox.twilio.call.Exchange;
import com.hekax.phone.sandbox.twilio.call.ParticipantSettings;
import com.hekax.phone.sandbox.twilio.conference.Conference;
import com.hekax.phone.sandbox.twilio.conference.Participant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code Conferences} and their {@code Participants}. */
final class ConferencesApi {
  private final Exchange exchange;
  private final Map<String, Invited> invited = new ConcurrentHashMap<>();

  ConferencesApi(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Somebody who is called to take part and may not have answered yet. */
  private record Invited(Conference conference, Call call, ParticipantSettings settings) {}

  RestAnswer list(RestRequest request) throws RestException {
    var found =
        exchange.conferences().all().stream()
            .filter(one -> matches(request, "FriendlyName", one.name()))
            .filter(one -> matches(request, "Status", one.status()))
            .map(this::json)
            .toList();
    return RestAnswer.ok(Fields.page(request, "conferences", found.reversed()));
  }

  RestAnswer get(RestRequest request, String sid) throws RestException {
    return RestAnswer.ok(json(find(request, sid)));
  }

  RestAnswer update(RestRequest request, String sid) throws RestException {
    var conference = find(request, sid);
    if (request.find("Status").isPresent()) {
      if (!request.find("Status").get().equals("completed")) {
        throw RestException.invalid(RestException.INVALID_PARAMETER, "Status is completed");
      }
      conference.end("conference-ended-via-api", Optional.empty());
    }
    return RestAnswer.ok(json(conference));
  }

  /** Calls somebody into a conference, which need not have begun. */
  RestAnswer invite(RestRequest request, String sidOrName) throws RestException {
    var conference =
        sidOrName.matches("CF[0-9a-f]{32}")
            ? find(request, sidOrName)
            : exchange.conferences().open(sidOrName, (_, _, _) -> {});
    var settings =
        new ParticipantSettings(
            request.find("Label"),
            request.flag("Muted", false),
            request.flag("StartConferenceOnEnter", true),
            request.flag("EndConferenceOnExit", false),
            request.flag("Coaching", false)
                ? Optional.of(request.get("CallSidToCoach", RestException.INVALID_PARAMETER))
                : Optional.empty());
    var call =
        exchange.invite(
            conference,
            CallsApi.from(request),
            CallsApi.to(request),
            Duration.ofSeconds(request.number("Timeout", 60, 5, 600)),
            settings,
            CallsApi.status(request));
    var guest = new Invited(conference, call, settings);
    invited.put(call.sid(), guest);
    return RestAnswer.created(json(guest));
  }

  RestAnswer participants(RestRequest request, String sid) throws RestException {
    var conference = find(request, sid);
    var all = new ArrayList<Map<String, @Nullable Object>>();
    conference.participants().forEach(one -> all.add(json(conference, one)));
    invited.values().stream()
        .filter(guest -> guest.conference() == conference && isWaitedFor(guest))
        .forEach(guest -> all.add(json(guest)));
    return RestAnswer.ok(Fields.page(request, "participants", all));
  }

  RestAnswer participant(RestRequest request, String sid, String callSidOrLabel)
      throws RestException {
    var conference = find(request, sid);
    var there = conference.find(callSidOrLabel);
    if (there.isPresent()) {
      return RestAnswer.ok(json(conference, there.get()));
    }
    return RestAnswer.ok(
        Optional.ofNullable(invited.get(callSidOrLabel))
            .filter(guest -> guest.conference() == conference && isWaitedFor(guest))
            .map(this::json)
            .orElseThrow(() -> RestException.notFound(request.path())));
  }

  RestAnswer updateParticipant(RestRequest request, String sid, String callSidOrLabel)
      throws RestException {
    var conference = find(request, sid);
    var participant = joined(request, conference, callSidOrLabel);
    if (request.find("Muted").isPresent()) {
      conference.mute(participant, request.flag("Muted", false));
    }
    if (request.find("Hold").isPresent()) {
      conference.hold(participant, request.flag("Hold", false));
    }
    if (request.find("EndConferenceOnExit").isPresent()) {
      conference.endOnExitOf(participant, request.flag("EndConferenceOnExit", false));
    }
    if (request.find("Coaching").isPresent()) {
      conference.coach(
          participant,
          request.flag("Coaching", false)
              ? Optional.of(request.get("CallSidToCoach", RestException.INVALID_PARAMETER))
              : Optional.empty());
    }
    return RestAnswer.ok(json(conference, participant));
  }

  RestAnswer kick(RestRequest request, String sid, String callSidOrLabel) throws RestException {
    var conference = find(request, sid);
    conference.kick(joined(request, conference, callSidOrLabel));
    return RestAnswer.gone();
  }

  private Conference find(RestRequest request, String sidOrName) throws RestException {
    return exchange
        .conferences()
        .find(sidOrName)
        .orElseThrow(() -> RestException.notFound(request.path()));
  }

  private static Participant joined(
      RestRequest request, Conference conference, String callSidOrLabel) throws RestException {
    return conference
        .find(callSidOrLabel)
        .orElseThrow(() -> RestException.notFound(request.path()));
  }

  private static boolean isWaitedFor(Invited guest) {
    return !guest.call().status().isFinal()
        && guest.conference().find(guest.call().sid()).isEmpty();
  }

  private static boolean matches(RestRequest request, String name, String value) {
    return request.find(name).map(value::equals).orElse(true);
  }

  private Map<String, @Nullable Object> json(Conference conference) {
    var uri = uri(conference);
    return new Fields()
        .with("account_sid", exchange.account().accountSid())
        .with("date_created", conference.createdAt())
        .with("date_updated", conference.createdAt())
        .with("api_version", "2010-04-01")
        .with("friendly_name", conference.name())
        .with("region", "us1")
        .with("sid", conference.sid())
        .with("status", conference.status())
        .with("uri", uri + ".json")
        .with("subresource_uris", subresources(uri))
        .with("reason_conference_ended", conference.endReason())
        .with("call_sid_ending_conference", conference.endedBy())
        .json();
  }

  private static Map<String, String> subresources(String uri) {
    var uris = new LinkedHashMap<String, String>();
    for (var name : List.of("participants", "recordings")) {
      uris.put(
          name, uri + "/" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + ".json");
    }
    return uris;
  }

  private Map<String, @Nullable Object> json(Conference conference, Participant one) {
    return participant(conference, one.callSid())
        .with("label", one.label())
        .with("call_sid_to_coach", one.coached())
        .with("coaching", one.coached().isPresent())
        .with("date_created", one.joinedAt())
        .with("date_updated", one.joinedAt())
        .with("end_conference_on_exit", one.endsConference())
        .with("muted", one.isMuted())
        .with("hold", one.isHeld())
        .with("start_conference_on_enter", one.startsConference())
        .with("status", "connected")
        .json();
  }

  private Map<String, @Nullable Object> json(Invited guest) {
    var settings = guest.settings();
    return participant(guest.conference(), guest.call().sid())
        .with("label", settings.label())
        .with("call_sid_to_coach", settings.coached())
        .with("coaching", settings.coached().isPresent())
        .with("date_created", guest.call().createdAt())
        .with("date_updated", guest.call().createdAt())
        .with("end_conference_on_exit", settings.endsConference())
        .with("muted", settings.muted())
        .with("hold", false)
        .with("start_conference_on_enter", settings.startsConference())
        .with("status", status(guest.call().status()))
        .json();
  }

  private Fields participant(Conference conference, String callSid) {
    return new Fields()
        .with("account_sid", exchange.account().accountSid())
        .with("call_sid", callSid)
        .with("conference_sid", conference.sid())
        .without("queue_time")
        .with("uri", uri(conference) + "/Participants/" + callSid + ".json");
  }

  private static String status(CallStatus call) {
    return switch (call) {
      case QUEUED, INITIATED -> "queued";
      case RINGING -> "ringing";
      case IN_PROGRESS -> "connected";
      case COMPLETED -> "complete";
      case BUSY, FAILED, NO_ANSWER, CANCELED -> "failed";
    };
  }

  private String uri(Conference conference) {
    return "/2010-04-01/Accounts/%s/Conferences/%s"
        .formatted(exchange.account().accountSid(), conference.sid());
  }
}
