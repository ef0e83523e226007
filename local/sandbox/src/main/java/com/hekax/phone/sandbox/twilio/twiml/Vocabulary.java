package com.hekax.phone.sandbox.twilio.twiml;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The verbs and nouns of TwiML for voice with their attributes (Twilio's page of each verb, read
 * 2026-11-22). Names are case-sensitive, values are checked where the page gives them.
 */
final class Vocabulary {
  private static final String ANY = "(?s).*";
  private static final String ADDRESS = "[^\\s]+";
  private static final String METHOD = "GET|POST";
  private static final String FLAG = "true|false";
  private static final String COUNT = "[0-9]{1,6}";
  private static final String LONGER = "[1-9][0-9]{0,5}";
  private static final String LEG_EVENTS = events("initiated|ringing|answered|completed");
  private static final String RECORDING_EVENTS = events("in-progress|completed|absent");
  private static final String RECORD =
      "do-not-record|true|false|record-from-(answer|ringing)(-dual)?|record-from-start";

  private static final Set<String> SPOKEN = Set.of("Say", "Play", "Pause");
  private static final Set<String> SPEECH_MARKS =
      Set.of("break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w");

  private static final Map<String, Rule> RULES = new HashMap<>();

  /**
   * What may stand in an element.
   *
   * @param attributes each with the pattern of its values
   * @param holdsText whether text may
   */
  record Rule(Map<String, Pattern> attributes, Set<String> children, boolean holdsText) {}

  static {
    rule(
        "Response",
        Set.of(
            "Say",
            "Play",
            "Pause",
            "Gather",
            "Dial",
            "Connect",
            "Record",
            "Redirect",
            "Reject",
            "Hangup",
            "Enqueue",
            "Leave",
            "Start",
            "Stop"),
        false);
    rule("Say", SPEECH_MARKS, true, "voice", ANY, "language", ANY, "loop", COUNT);
    rule("Play", Set.of(), true, "loop", COUNT, "digits", "[0-9wW*#]+");
    rule("Pause", Set.of(), false, "length", COUNT);
    rule(
        "Gather",
        SPOKEN,
        false,
        "input",
        "(dtmf|speech)( (dtmf|speech))?",
        "action",
        ADDRESS,
        "method",
        METHOD,
        "timeout",
        LONGER,
        "numDigits",
        LONGER,
        "finishOnKey",
        "[0-9*#]?",
        "speechTimeout",
        "auto|" + LONGER,
        "speechModel",
        ANY,
        "enhanced",
        FLAG,
        "language",
        ANY,
        "hints",
        ANY,
        "profanityFilter",
        FLAG,
        "actionOnEmptyResult",
        FLAG,
        "bargeIn",
        FLAG,
        "maxSpeechTime",
        LONGER,
        "debug",
        FLAG,
        "partialResultCallback",
        ADDRESS,
        "partialResultCallbackMethod",
        METHOD);
    rule(
        "Dial",
        Set.of("Number", "Client", "Conference"),
        true,
        "action",
        ADDRESS,
        "method",
        METHOD,
        "answerOnBridge",
        FLAG,
        "timeout",
        "[5-9]|[1-9][0-9]|[1-5][0-9]{2}|600",
        "timeLimit",
        LONGER,
        "callerId",
        ANY,
        "hangupOnStar",
        FLAG,
        "sequential",
        FLAG,
        "record",
        RECORD,
        "recordingStatusCallback",
        ADDRESS,
        "recordingStatusCallbackMethod",
        METHOD,
        "recordingStatusCallbackEvent",
        RECORDING_EVENTS,
        "recordingTrack",
        "inbound|outbound|both",
        "trim",
        "trim-silence|do-not-trim",
        "ringTone",
        "[a-z-]+",
        "referUrl",
        ADDRESS,
        "referMethod",
        METHOD,
        "callReason",
        ".{0,50}");
    rule(
        "Number",
        Set.of(),
        true,
        "url",
        ADDRESS,
        "method",
        METHOD,
        "sendDigits",
        "[0-9wW*#]+",
        "statusCallback",
        ADDRESS,
        "statusCallbackMethod",
        METHOD,
        "statusCallbackEvent",
        LEG_EVENTS,
        "byoc",
        ANY,
        "machineDetection",
        "Enable|DetectMessageEnd",
        "machineDetectionTimeout",
        LONGER,
        "machineDetectionSpeechThreshold",
        LONGER,
        "machineDetectionSpeechEndThreshold",
        LONGER,
        "machineDetectionSilenceTimeout",
        LONGER,
        "amdStatusCallback",
        ADDRESS,
        "amdStatusCallbackMethod",
        METHOD);
    rule(
        "Client",
        Set.of("Identity", "Parameter"),
        true,
        "url",
        ADDRESS,
        "method",
        METHOD,
        "statusCallback",
        ADDRESS,
        "statusCallbackMethod",
        METHOD,
        "statusCallbackEvent",
        LEG_EVENTS);
    rule("Identity", Set.of(), true);
    rule("Parameter", Set.of(), false, "name", ".+", "value", ANY);
    rule(
        "Conference",
        Set.of(),
        true,
        "muted",
        FLAG,
        "beep",
        FLAG + "|onEnter|onExit",
        "startConferenceOnEnter",
        FLAG,
        "endConferenceOnExit",
        FLAG,
        "participantLabel",
        ".{1,128}",
        "jitterBufferSize",
        "small|medium|large|off",
        "waitUrl",
        "\\S*",
        "waitMethod",
        METHOD,
        "maxParticipants",
        LONGER,
        "record",
        RECORD,
        "region",
        ANY,
        "trim",
        "trim-silence|do-not-trim",
        "coach",
        "CA[0-9a-f]{32}",
        "statusCallbackEvent",
        events("start|end|join|leave|mute|hold|modify|speaker|announcement"),
        "statusCallback",
        ADDRESS,
        "statusCallbackMethod",
        METHOD,
        "recordingStatusCallback",
        ADDRESS,
        "recordingStatusCallbackMethod",
        METHOD,
        "recordingStatusCallbackEvent",
        RECORDING_EVENTS,
        "eventCallbackUrl",
        ADDRESS);
    rule("Connect", Set.of("Stream"), false, "action", ADDRESS, "method", METHOD);
    rule("Start", Set.of("Stream", "Recording"), false, "action", ADDRESS, "method", METHOD);
    rule("Stop", Set.of("Stream", "Recording"), false);
    rule(
        "Stream",
        Set.of("Parameter"),
        false,
        "url",
        ADDRESS,
        "name",
        ANY,
        "track",
        "(inbound|outbound|both)_tracks?",
        "statusCallback",
        ADDRESS,
        "statusCallbackMethod",
        METHOD);
    rule(
        "Recording",
        Set.of(),
        false,
        "name",
        ANY,
        "recordingStatusCallback",
        ADDRESS,
        "recordingStatusCallbackMethod",
        METHOD,
        "recordingStatusCallbackEvent",
        RECORDING_EVENTS,
        "channels",
        "mono|dual",
        "track",
        "inbound|outbound|both",
        "trim",
        "trim-silence|do-not-trim");
    rule(
        "Record",
        Set.of(),
        false,
        "action",
        ADDRESS,
        "method",
        METHOD,
        "timeout",
        COUNT,
        "finishOnKey",
        "[0-9*#]*",
        "maxLength",
        LONGER,
        "playBeep",
        FLAG,
        "trim",
        "trim-silence|do-not-trim",
        "recordingStatusCallback",
        ADDRESS,
        "recordingStatusCallbackMethod",
        METHOD,
        "recordingStatusCallbackEvent",
        RECORDING_EVENTS,
        "transcribe",
        FLAG,
        "transcribeCallback",
        ADDRESS);
    rule("Redirect", Set.of(), true, "method", METHOD);
    rule("Reject", Set.of(), false, "reason", "rejected|busy");
    rule("Hangup", Set.of(), false);
    rule(
        "Enqueue",
        Set.of(),
        true,
        "action",
        ADDRESS,
        "method",
        METHOD,
        "maxQueueSize",
        LONGER,
        "waitUrl",
        ADDRESS,
        "waitUrlMethod",
        METHOD,
        "workflowSid",
        ANY);
    rule("Leave", Set.of(), false);
    for (var mark : SPEECH_MARKS) {
      rule(
          mark,
          SPEECH_MARKS,
          true,
          "strength",
          ANY,
          "time",
          ANY,
          "level",
          ANY,
          "xml:lang",
          ANY,
          "alphabet",
          ANY,
          "ph",
          ANY,
          "volume",
          ANY,
          "rate",
          ANY,
          "pitch",
          ANY,
          "interpret-as",
          ANY,
          "role",
          ANY,
          "alias",
          ANY);
    }
  }

  /** The rule of an element, if there is such an element. */
  static Map<String, Rule> rules() {
    return RULES;
  }

  private static void rule(
      String name, Set<String> children, boolean holdsText, String... attributes) {
    var patterns = new HashMap<String, Pattern>();
    for (int i = 0; i < attributes.length; i += 2) {
      patterns.put(attributes[i], Pattern.compile(attributes[i + 1]));
    }
    RULES.put(name, new Rule(Map.copyOf(patterns), children, holdsText));
  }

  /** Some of them, a space between each and the next. */
  private static String events(String words) {
    return "(%s)( (%s))*".formatted(words, words);
  }

  private Vocabulary() {}
}
