package com.hekax.phone.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;

/**
 * Our account at Twilio: the secret {@code twilio}.
 *
 * @param accountSid {@code AC} and 32 hexadecimal digits
 * @param authToken signs everything that Twilio sends us
 */
record TwilioAccount(String accountSid, String authToken) {

  /** The SDK's way to the account. */
  TwilioRestClient client(HttpClient http) {
    return new TwilioRestClient.Builder(accountSid, authToken)
        .accountSid(accountSid)
        .httpClient(http)
        .build();
  }

  @Override
  public String toString() {
    return "TwilioAccount[" + accountSid + "]";
  }
}
