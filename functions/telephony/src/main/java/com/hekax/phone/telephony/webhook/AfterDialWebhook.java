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

/** Nobody is rung for the caller any more, and Twilio says how it went and asks what to do. */
@Route(value = "POST /api/twilio/after-dial", needs = Permission.PUBLIC)
public final class AfterDialWebhook extends TwilioWebhook {
  private final ReturningCalls calls;
  private final CallScript script;

  public AfterDialWebhook() {
    this(TelephonyWiring.returningCalls(), TelephonyWiring.callScript());
  }

  AfterDialWebhook(ReturningCalls calls, CallScript script) {
    this.calls = calls;
    this.script = script;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var form = new CallForm(request.form());
    var transfer = request.query("transfer", UUID::fromString).orElseThrow();
    return twiml(
        script.of(
            calls.afterDial(form.callSid(), form.accountSid(), transfer, form.dialOutcome())));
  }
}
