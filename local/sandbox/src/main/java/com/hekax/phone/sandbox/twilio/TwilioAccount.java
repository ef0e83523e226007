package com.hekax.phone.sandbox.twilio;

/**
 * The account that the stand-in plays.
 *
 * @param accountSid {@code AC} and 32 hexadecimal digits
 * @param authToken signs all that is posted
 */
public record TwilioAccount(String accountSid, String authToken) {

  @Override
  public String toString() {
    return "TwilioAccount[" + accountSid + "]";
  }
}
