package com.hekax.phone.twilio;

/**
 * Our account at Twilio: the secret {@code twilio}.
 *
 * @param accountSid {@code AC} and 32 hexadecimal digits
 * @param authToken signs everything that Twilio sends us
 */
record TwilioAccount(String accountSid, String authToken) {

  @Override
  public String toString() {
    return "TwilioAccount[" + accountSid + "]";
  }
}
