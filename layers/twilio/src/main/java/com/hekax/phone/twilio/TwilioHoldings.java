package com.hekax.phone.twilio;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.secrets.Secrets;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Recording;

/**
 * What our account has at Twilio, as it is given up through its REST API ("Recording" and
 * "IncomingPhoneNumber resource", twilio-oai of 2026-04-14, read 2026-11-22). What is not there any
 * more has been given up already.
 */
public final class TwilioHoldings {
  private final TwilioQuestions twilio;

  private TwilioHoldings(TwilioQuestions twilio) {
    this.twilio = twilio;
  }

  /** Reads {@code TWILIO_API_URL}, which names a stand-in; without it Twilio itself is asked. */
  public static TwilioHoldings of(Env env, Secrets secrets) {
    return new TwilioHoldings(TwilioQuestions.of(env, secrets));
  }

  /** Deletes a recording with its sound. */
  public TwilioAnswer<Boolean> deleteRecording(String sid) {
    return twilio.ask(client -> Recording.deleter(twilio.accountSid(), sid).delete(client));
  }

  /**
   * Gives a number up: Twilio may sell it to somebody else from then on.
   *
   * @param number in E.164
   */
  public TwilioAnswer<Boolean> releaseNumber(String number) {
    return twilio.ask(
        client -> {
          boolean released = false;
          var found =
              IncomingPhoneNumber.reader(twilio.accountSid())
                  .setPhoneNumber(number)
                  .firstPage(client)
                  .getRecords();
          for (var one : found) {
            // Twilio takes what it is asked for as a pattern, and finds longer numbers too.
            if (number.equals(String.valueOf(one.getPhoneNumber()))) {
              released |=
                  IncomingPhoneNumber.deleter(twilio.accountSid(), one.getSid()).delete(client);
            }
          }
          return released;
        });
  }
}
