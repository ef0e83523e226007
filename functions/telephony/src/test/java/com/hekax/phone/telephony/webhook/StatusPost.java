package com.hekax.phone.telephony.webhook;

import com.hekax.phone.fixtures.TestRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A status callback as Twilio posts it, signed by a hand of its own and not by the SDK's. */
record StatusPost(Map<String, String> fields) {
  static final String ACCOUNT = "AC" + "0".repeat(32);
  static final String TOKEN = "test_auth_token";
  static final String SIGNATURE = "x-twilio-signature";
  private static final String ADDRESS = "https://phone.example.com/api/twilio/status";

  /** About the caller's own leg of a call to a number of ours. */
  static StatusPost inbound(String callSid, String to, String status) {
    return of(callSid, status)
        .with("Direction", "inbound")
        .with("From", "+15005550006")
        .with("To", to);
  }

  /** About a leg that was dialed for another one. */
  static StatusPost dialed(String callSid, String parent, String status) {
    return of(callSid, status)
        .with("Direction", "outbound-dial")
        .with("ParentCallSid", parent)
        .with("From", "+15005550006")
        .with("To", "client:agent-1");
  }

  static String callSid(int number) {
    return "CA%032x".formatted(number);
  }

  private static StatusPost of(String callSid, String status) {
    return new StatusPost(
        Map.of(
            "CallSid",
            callSid,
            "AccountSid",
            ACCOUNT,
            "CallStatus",
            status,
            "ApiVersion",
            "2010-04-01",
            "CallbackSource",
            "call-progress-events",
            "CallerCity",
            ""));
  }

  StatusPost with(String name, String value) {
    var more = new TreeMap<>(fields);
    more.put(name, value);
    return new StatusPost(more);
  }

  StatusPost without(String name) {
    var fewer = new TreeMap<>(fields);
    fewer.remove(name);
    return new StatusPost(fewer);
  }

  TestRequest unsigned() {
    return TestRequest.request().form(fields);
  }

  TestRequest signed() {
    return signedWith(TOKEN);
  }

  TestRequest signedWith(String token) {
    return unsigned().header(SIGNATURE, signature(token));
  }

  String signature(String token) {
    var text = new StringBuilder(ADDRESS);
    new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
