package com.hekax.phone.telephony.webhook;

import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.telephony.CallLegs;
import com.hekax.phone.telephony.TelephonyWiring;
import com.hekax.phone.twilio.TwilioWebhook;
import java.time.InstantSource;

/** Twilio says how a leg of a call goes. */
@Route(value = "POST /api/twilio/status", needs = Permission.PUBLIC)
public final class CallStatusWebhook extends TwilioWebhook {
  private final CallLegs legs;
  private final InstantSource clock;

  public CallStatusWebhook() {
    this(TelephonyWiring.callLegs(), TelephonyWiring.clock());
  }

  CallStatusWebhook(CallLegs legs, InstantSource clock) {
    this.legs = legs;
    this.clock = clock;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    legs.note(new StatusForm(request.form()).report(clock.instant()));
    return ApiResponse.noContent();
  }
}
