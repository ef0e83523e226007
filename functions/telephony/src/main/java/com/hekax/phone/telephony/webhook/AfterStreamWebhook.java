package com.hekax.phone.telephony.webhook;

import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.telephony.CallScript;
import com.hekax.phone.telephony.ReturningCalls;
import com.hekax.phone.telephony.TelephonyWiring;
import com.hekax.phone.twilio.TwilioWebhook;
import java.util.UUID;

/** The stream to the media bridge is over, and Twilio asks what to do with the caller. */
@Route(value = "POST /api/twilio/after-stream", needs = Permission.PUBLIC)
public final class AfterStreamWebhook extends TwilioWebhook {
  private final ReturningCalls calls;
  private final CallScript script;

  public AfterStreamWebhook() {
    this(TelephonyWiring.returningCalls(), TelephonyWiring.callScript());
  }

  AfterStreamWebhook(ReturningCalls calls, CallScript script) {
    this.calls = calls;
    this.script = script;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var form = new CallForm(request.form());
    var session = request.query("session", UUID::fromString).orElseThrow();
    return twiml(script.of(calls.afterStream(form.callSid(), form.accountSid(), session)));
  }
}
