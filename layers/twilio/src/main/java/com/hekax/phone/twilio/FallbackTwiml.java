package com.hekax.phone.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Say;
import java.time.Duration;
import java.util.List;

/**
 * What Twilio does with a caller when it gets nothing from us to go on with ("TwiML Voice: Dial",
 * "TwiML Voice: Record" and "Webhooks: connection overrides", read 2026-11-22). These are files,
 * and nobody answers a question: all that Twilio asks on the way is another file, by GET.
 *
 * <p>A file cannot know whether somebody took the call. A {@code <Dial>} without an action goes on
 * with the next verb either way, so what is said after it is true for both: for a caller whom
 * nobody answered, and for one whom the other side has left.
 */
public final class FallbackTwiml {
  private static final Duration LONGEST_MESSAGE = Duration.ofMinutes(3);
  private static final int SILENCE_SECONDS = 5;

  /** A file that does not come at once may come from another place of the edge. */
  private static final String RETRIES = "#rc=3&rp=ct,rt,5xx&rt=3500";

  /**
   * Rings people one after the other, and takes a message of a caller who is still there then.
   *
   * @param people ten at most, in E.164; none when there is nobody to ring
   * @param callerId what they see: a number of ours
   * @param ringing of each until the next; Twilio adds about five seconds
   * @param farewell the address of {@link #farewell()}, absolute or from the root
   */
  public static String ringThenRecord(
      List<String> people, String callerId, Duration ringing, String farewell) {
    var response = new VoiceResponse.Builder();
    if (!people.isEmpty()) {
      response
          .say(say("Thank you for calling. One moment, please."))
          .dial(dial(people, callerId, ringing));
    }
    return response
        .say(
            say(
                "To leave a message, please speak after the tone, and tell us your name and your"
                    + " number. Otherwise, you may simply hang up."))
        .record(record(farewell + RETRIES))
        // Twilio comes here when there was nothing to record.
        .say(say("We did not hear anything. Goodbye."))
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  /** Said to a caller who has left a message. */
  public static String farewell() {
    return VoiceTwiml.sayGoodbye("Thank you. We have your message. Goodbye.");
  }

  /** Said to the callers of a number that is given up. */
  public static String notInService() {
    return VoiceTwiml.notInService();
  }

  private static Dial dial(List<String> people, String callerId, Duration ringing) {
    var dial =
        new Dial.Builder()
            .sequential(true)
            .timeout(Math.toIntExact(ringing.toSeconds()))
            .callerId(callerId);
    people.forEach(number -> dial.number(new Number.Builder(number).build()));
    return dial.build();
  }

  /** By itself it would ask for the file that it stands in, and the caller would never get out. */
  private static Record record(String farewell) {
    return new Record.Builder()
        .action(farewell)
        .method(HttpMethod.GET)
        .maxLength(Math.toIntExact(LONGEST_MESSAGE.toSeconds()))
        .timeout(SILENCE_SECONDS)
        .finishOnKey("#")
        .build();
  }

  private static Say say(String sentence) {
    return new Say.Builder(sentence).build();
  }

  private FallbackTwiml() {}
}
