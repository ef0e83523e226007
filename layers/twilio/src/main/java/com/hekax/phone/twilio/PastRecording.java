package com.hekax.phone.twilio;

import com.twilio.rest.api.v2010.account.Recording;
import java.util.Optional;

/**
 * A recording as Twilio's REST API tells of it ("Recording resource", twilio-oai of 2026-04-14,
 * read 2026-11-22).
 *
 * @param sid {@code RE} and 32 hexadecimal digits
 * @param callSid the leg that was recorded
 * @param url where the sound is, for who has our account's token; the same as webhooks give
 * @param seconds of it
 * @param isMessage whether a caller left it after a tone, as opposed to what was said in a call
 * @param isComplete whether it is there to be fetched
 */
public record PastRecording(
    String sid, String callSid, String url, int seconds, boolean isMessage, boolean isComplete) {

  static PastRecording of(Recording recording) {
    return new PastRecording(
        recording.getSid(),
        // A conference's belongs to no leg.
        Optional.ofNullable(recording.getCallSid()).orElse(""),
        Optional.ofNullable(recording.getMediaUrl()).map(Object::toString).orElse(""),
        Optional.ofNullable(recording.getDuration()).map(Integer::parseInt).orElse(0),
        recording.getSource() == Recording.Source.RECORD_VERB,
        recording.getStatus() == Recording.Status.COMPLETED);
  }
}
