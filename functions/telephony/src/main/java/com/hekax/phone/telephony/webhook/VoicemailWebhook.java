package com.hekax.phone.telephony.webhook;

import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.telephony.TelephonyWiring;
import com.hekax.phone.telephony.Voicemails;
import com.hekax.phone.twilio.TwilioWebhook;
import com.hekax.phone.twilio.VoiceTwiml;

/**
 * A caller has left a message. Twilio tells it twice: when the caller stops talking, asking what to
 * do, and when the recording can be fetched, asking nothing.
 */
@Route(value = "POST /api/twilio/voicemail", needs = Permission.PUBLIC)
public final class VoicemailWebhook extends TwilioWebhook {
  private final Voicemails voicemails;

  public VoicemailWebhook() {
    this(TelephonyWiring.voicemails());
  }

  VoicemailWebhook(Voicemails voicemails) {
    this.voicemails = voicemails;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var form = new CallForm(request.form());
    form.recording().ifPresent(recording -> voicemails.keep(form.callSid(), recording));
    return twiml(VoiceTwiml.hangUp());
  }
}
