package com.hekax.phone.telephony;

import com.hekax.phone.platform.Platform;
import com.hekax.phone.twilio.TwilioCalls;
import com.hekax.phone.twilio.TwilioHistory;
import com.hekax.phone.twilio.TwilioHoldings;
import com.hekax.phone.twilio.TwilioStream;
import java.time.InstantSource;

/** The objects of this domain, made when a handler first asks. */
public final class TelephonyWiring {
  public static CallLegs callLegs() {
    return new CallLegs(
        owners(),
        sessions(),
        transfers(),
        platform().database(),
        platform().outbox(),
        platform().clock());
  }

  public static IncomingCalls incomingCalls() {
    return new IncomingCalls(owners(), callLegs(), plan(), platform().database());
  }

  public static ReturningCalls returningCalls() {
    return new ReturningCalls(
        owners(), callLegs(), plan(), sessions(), transfers(), platform().database());
  }

  public static LiveCalls liveCalls() {
    return new LiveCalls(
        plan(),
        sessions(),
        transfers(),
        callScript(),
        TwilioCalls.of(platform().env(), platform().secrets()),
        platform().database());
  }

  public static Transfers transfers() {
    return new Transfers(platform().database(), platform().outbox(), platform().clock());
  }

  public static Voicemails voicemails() {
    return new Voicemails(owners(), platform().database(), platform().outbox(), platform().clock());
  }

  public static RecordingSweep recordingSweep() {
    return new RecordingSweep(
        TwilioHistory.of(platform().env(), platform().secrets()),
        owners(),
        callLegs(),
        voicemails(),
        platform().systemDatabase(),
        platform().clock());
  }

  public static FallbackDocuments fallbackDocuments() {
    return new FallbackDocuments(
        platform().systemDatabase(),
        platform().objects(platform().env().get("FALLBACK_BUCKET")),
        platform().clock());
  }

  public static Releases releases() {
    return new Releases(
        TwilioHoldings.of(platform().env(), platform().secrets()),
        platform().database(),
        platform().clock());
  }

  public static CallScript callScript() {
    return new CallScript(platform().env().get("PUBLIC_URL"), platform().env().get("MEDIA_URL"));
  }

  public static TwilioStream mediaStream() {
    return TwilioStream.of(platform().env(), platform().secrets());
  }

  public static BridgeTokens bridgeTokens() {
    return new BridgeTokens(platform().systemDatabase(), platform().outbox(), platform().clock());
  }

  public static Briefings briefings() {
    return new Briefings(platform().database(), platform().clock());
  }

  public static InstantSource clock() {
    return platform().clock();
  }

  private static LegOwners owners() {
    return new LegOwners(platform().systemDatabase());
  }

  private static BridgeSessions sessions() {
    return new BridgeSessions(platform().clock());
  }

  private static AnswerPlan plan() {
    return new AnswerPlan(platform().entitlements(), sessions(), transfers());
  }

  private static Platform platform() {
    return Platform.current();
  }

  private TelephonyWiring() {}
}
