package com.hekax.phone.telephony.webhook;

import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.telephony.CallScript;
import com.hekax.phone.telephony.IncomingCalls;
import com.hekax.phone.telephony.TelephonyWiring;
import com.hekax.phone.twilio.TwilioWebhook;
import java.time.InstantSource;

/** Somebody calls a number of ours, and Twilio asks what to do. */
@Route(value = "POST /api/twilio/incoming", needs = Permission.PUBLIC)
public final class IncomingCallWebhook extends TwilioWebhook {
  private final IncomingCalls calls;
  private final CallScript script;
  private final InstantSource clock;

  public IncomingCallWebhook() {
    this(TelephonyWiring.incomingCalls(), TelephonyWiring.callScript(), TelephonyWiring.clock());
  }

  IncomingCallWebhook(IncomingCalls calls, CallScript script, InstantSource clock) {
    this.calls = calls;
    this.script = script;
    this.clock = clock;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var form = new CallForm(request.form());
    return twiml(script.of(calls.answer(form.ringing(clock.instant()), form.accountSid())));
  }
}
