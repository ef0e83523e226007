package com.hekax.phone.telephony;

import com.hekax.phone.telephony.NextStep.HangUp;
import com.hekax.phone.telephony.NextStep.Refuse;
import com.hekax.phone.telephony.NextStep.Ring;
import com.hekax.phone.telephony.NextStep.TakeMessage;
import com.hekax.phone.telephony.NextStep.Talk;
import com.hekax.phone.twilio.VoiceTwiml;
import java.time.Duration;

/** Steps as Twilio is told them: in TwiML that names our addresses. */
public final class CallScript {
  private static final Duration RINGING = Duration.ofSeconds(20);

  /**
   * Twilio by itself repeats only what it could not connect to. Three more attempts, after any
   * failure of ours, within the fifteen seconds it gives them all ("Webhooks: connection
   * overrides", read 2026-11-22). A fragment is no part of what is signed.
   */
  private static final String RETRIES = "#rc=3&rp=ct,rt,5xx&rt=3500";

  private final String publicUrl;
  private final String mediaUrl;

  /**
   * For one deployment.
   *
   * @param publicUrl where webhooks are reached, without a slash at the end
   * @param mediaUrl where the media bridge takes streams
   */
  CallScript(String publicUrl, String mediaUrl) {
    this.publicUrl = publicUrl;
    this.mediaUrl = mediaUrl;
  }

  /** The TwiML of a step. */
  public String of(NextStep step) {
    return switch (step) {
      case Talk(var session, var token) ->
          VoiceTwiml.stream(mediaUrl, token.value(), webhook("after-stream?session=" + session));
      case Ring(var transfer, var numbers, var callerId) ->
          VoiceTwiml.ring(
              numbers,
              callerId,
              RINGING,
              webhook("after-dial?transfer=" + transfer),
              webhook("status"));
      case TakeMessage _ ->
          VoiceTwiml.record(
              "Nobody can take your call right now. Please leave a message after the tone, with"
                  + " your name and your number, and we will call you back.",
              "We did not hear anything. Goodbye.",
              webhook("voicemail"));
      case Refuse _ -> VoiceTwiml.notInService();
      case HangUp _ -> VoiceTwiml.hangUp();
    };
  }

  private String webhook(String pathAndQuery) {
    return publicUrl + "/api/twilio/" + pathAndQuery + RETRIES;
  }
}
