package com.hekax.phone.twilio;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.priming.Priming;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.Metrics;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A route that Twilio calls with a form. Only what our own account signed reaches it; everything
 * else is answered 403 without a word.
 */
public abstract class TwilioWebhook extends ApiHandler {
  private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-fA-F]{32}");

  private final Secrets secrets = Platform.current().secrets();
  private final String publicUrl = Platform.current().env().get("PUBLIC_URL");

  protected TwilioWebhook() {
    var priming = Priming.of(Platform.current().env());
    priming.prime("a signature of Twilio", TwilioSignature::prime);
    priming.prime("an answer to Twilio", VoiceTwiml::prime);
  }

  @Override
  protected final boolean isGenuine(ApiRequest request) {
    var form = form(request);
    boolean genuine = isSigned(request, form);
    if (!genuine) {
      var callSid = form.getOrDefault("CallSid", "");
      // Anybody can write anything there, so only what looks like an id is kept.
      Log.warn(
          "A webhook came that our Twilio account did not sign",
          field("callSid", CALL_SID.matcher(callSid).matches() ? callSid : "none"));
      Metrics.ofService().count("ForgedWebhooks", 1).write();
    }
    return genuine;
  }

  /** What Twilio is to do next, as TwiML. */
  protected static ApiResponse twiml(String xml) {
    return ApiResponse.text(200, "text/xml; charset=utf-8", xml);
  }

  private boolean isSigned(ApiRequest request, Map<String, String> form) {
    var account = secrets.get("twilio", TwilioAccount.class);
    return new TwilioSignature(publicUrl, account.authToken())
            .matches(
                request.rawPathAndQuery(), form, request.header("x-twilio-signature").orElse(""))
        && account.accountSid().equals(form.get("AccountSid"));
  }

  /** What cannot be read as a form was not sent by Twilio, and its signature is over no fields. */
  private static Map<String, String> form(ApiRequest request) {
    try {
      return request.form();
    } catch (Problem unreadable) {
      return Map.of();
    }
  }
}
