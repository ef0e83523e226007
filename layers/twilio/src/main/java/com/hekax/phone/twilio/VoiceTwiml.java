package com.hekax.phone.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Stream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What Twilio can be told to do with a call, as TwiML ("TwiML for Programmable Voice", read
 * 2026-11-22). Each is complete: it ends the call, or names the address that says how to go on.
 * Those addresses are absolute, for TwiML sent by REST has no page to be relative to.
 */
public final class VoiceTwiml {
  private static final int LONGEST_MESSAGE_SECONDS = 180;
  private static final int SILENCE_SECONDS = 5;

  /**
   * Streams the call's sound to a WebSocket and back.
   *
   * @param url of the WebSocket; without a query, which Twilio would drop
   * @param token shown to the WebSocket as the parameter {@code token}
   * @param action asked how to go on once the stream is over
   */
  public static String stream(String url, String token, String action) {
    var stream =
        new Stream.Builder()
            .url(url)
            .parameter(new Parameter.Builder().name("token").value(token).build())
            .build();
    return of(
        new VoiceResponse.Builder()
            .connect(new Connect.Builder().action(action).stream(stream).build()));
  }

  /**
   * Rings people, all at once; who answers first has the call.
   *
   * @param numbers ten at most, in E.164
   * @param callerId what they see: a number of ours; the caller's own when empty
   * @param ringing until it is given up; Twilio adds about five seconds
   * @param action asked how to go on, whether or not somebody answered
   * @param status told of each of them when they answer and when their leg is over
   */
  public static String ring(
      List<String> numbers,
      Optional<String> callerId,
      Duration ringing,
      String action,
      String status) {
    // The caller of a call that was not answered yet goes on hearing it ring.
    var dial =
        new Dial.Builder()
            .answerOnBridge(true)
            .timeout(Math.toIntExact(ringing.toSeconds()))
            .action(action);
    callerId.ifPresent(dial::callerId);
    numbers.forEach(number -> dial.number(number(number, status)));
    return of(new VoiceResponse.Builder().dial(dial.build()));
  }

  /**
   * Takes a message of the caller.
   *
   * @param prompt said before the tone
   * @param farewell said to a caller who says nothing
   * @param action told of the recording, and asked how to go on
   */
  public static String record(String prompt, String farewell, String action) {
    return of(
        new VoiceResponse.Builder()
            .say(say(prompt))
            .record(
                new Record.Builder()
                    .action(action)
                    .recordingStatusCallback(action)
                    .maxLength(LONGEST_MESSAGE_SECONDS)
                    .timeout(SILENCE_SECONDS)
                    .finishOnKey("#")
                    .build())
            // Twilio comes here when there was nothing to record.
            .say(say(farewell))
            .hangup(new Hangup.Builder().build()));
  }

  /** Says a sentence and ends the call. */
  public static String sayGoodbye(String sentence) {
    return of(new VoiceResponse.Builder().say(say(sentence)).hangup(new Hangup.Builder().build()));
  }

  /** What callers of a number hear that nobody answers any more; then the call ends. */
  public static String notInService() {
    return sayGoodbye("We are sorry, the number you have called is not in service.");
  }

  /** Ends the call. */
  public static String hangUp() {
    return of(new VoiceResponse.Builder().hangup(new Hangup.Builder().build()));
  }

  /** Everything that the answers above run. */
  static void prime() {
    var address = "https://localhost";
    var ignored =
        List.of(
            stream(address, "", address),
            ring(List.of(""), Optional.of(""), Duration.ZERO, address, address),
            record("", "", address));
  }

  private static Number number(String number, String status) {
    return new Number.Builder(number)
        .statusCallback(status)
        .statusCallbackEvents(List.of(Number.Event.ANSWERED, Number.Event.COMPLETED))
        .build();
  }

  private static Say say(String sentence) {
    return new Say.Builder(sentence).build();
  }

  private static String of(VoiceResponse.Builder response) {
    return response.build().toXml();
  }

  private VoiceTwiml() {}
}
