package com.hekax.phone.telephony;

import com.hekax.phone.fixtures.TestRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook as Twilio posts it, signed by a hand of its own and not by the SDK's.
 *
 * @param path with its query, after {@code /api/twilio/}
 */
public record TwilioPost(String path, Map<String, String> fields) {
  public static final String ACCOUNT = "AC" + "0".repeat(32);
  public static final String TOKEN = "test_auth_token";
  public static final String SIGNATURE = "x-twilio-signature";
  public static final String CALLER = "+15005550006";
  private static final String ADDRESS = "https://phone.example.com/api/twilio/";

  /** About a call, with what is always there. */
  public static TwilioPost of(String path, String callSid) {
    return new TwilioPost(
        path,
        Map.of(
            "CallSid",
            callSid,
            "AccountSid",
            ACCOUNT,
            "ApiVersion",
            "2010-04-01",
            "CallerCity",
            ""));
  }

  /** A call to a number that nobody has answered yet. */
  public static TwilioPost incoming(String callSid, String to) {
    return of("incoming", callSid)
        .with("CallStatus", "ringing")
        .with("Direction", "inbound")
        .with("From", CALLER)
        .with("To", to);
  }

  /** How the caller's own leg of a call to a number of ours goes. */
  public static TwilioPost inbound(String callSid, String to, String status) {
    return incoming(callSid, to)
        .to("status")
        .with("CallStatus", status)
        .with("CallbackSource", "call-progress-events");
  }

  /** How a leg goes that was dialed for another one. */
  public static TwilioPost dialed(String callSid, String parent, String status) {
    return inbound(callSid, "client:agent-1", status)
        .with("Direction", "outbound-dial")
        .with("ParentCallSid", parent);
  }

  public static String callSid(int number) {
    return "CA%032x".formatted(number);
  }

  /** The same at another address. */
  public TwilioPost to(String otherPath) {
    return new TwilioPost(otherPath, fields);
  }

  public TwilioPost with(String name, String value) {
    var more = new TreeMap<>(fields);
    more.put(name, value);
    return new TwilioPost(path, more);
  }

  public TwilioPost without(String name) {
    var fewer = new TreeMap<>(fields);
    fewer.remove(name);
    return new TwilioPost(path, fewer);
  }

  public TestRequest unsigned() {
    var request = TestRequest.request().form(fields);
    int query = path.indexOf('?');
    if (query >= 0) {
      var pair = path.substring(query + 1).split("=", 2);
      request.query(pair[0], pair[1]);
    }
    return request;
  }

  public TestRequest signed() {
    return signedWith(TOKEN);
  }

  public TestRequest signedWith(String token) {
    return unsigned().header(SIGNATURE, signature(token));
  }

  public String signature(String token) {
    var text = new StringBuilder(ADDRESS + path);
    new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
    return sign(text.toString(), token);
  }

  /** HMAC-SHA1 in base64, as Twilio documents it. */
  public static String sign(String text, String token) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
