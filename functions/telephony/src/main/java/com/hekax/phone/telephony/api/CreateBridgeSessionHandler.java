package com.hekax.phone.telephony.api;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.telemetry.Metrics;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.telephony.BridgeTokens;
import com.hekax.phone.telephony.BridgeTokens.Admitted;
import com.hekax.phone.telephony.Briefing;
import com.hekax.phone.telephony.Briefings;
import com.hekax.phone.telephony.TelephonyWiring;
import com.hekax.phone.twilio.TwilioStream;

/**
 * Lets the media bridge into the call whose stream has reached it. Two things must be right: the
 * stream was opened by Twilio, and it shows a token that we gave Twilio for this very call.
 */
@Route(value = "POST /api/bridge/sessions", needs = Permission.PUBLIC)
public final class CreateBridgeSessionHandler extends ApiHandler {
  private final TwilioStream stream;
  private final BridgeTokens tokens;
  private final Briefings briefings;

  public CreateBridgeSessionHandler() {
    this(
        TelephonyWiring.mediaStream(), TelephonyWiring.bridgeTokens(), TelephonyWiring.briefings());
  }

  CreateBridgeSessionHandler(TwilioStream stream, BridgeTokens tokens, Briefings briefings) {
    this.stream = stream;
    this.tokens = tokens;
    this.briefings = briefings;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var shown = request.body(Shown.class);
    if (!stream.isOurs(shown.upgrade().path(), shown.upgrade().signature())) {
      Log.warn(
          "A media stream came that our Twilio account did not open",
          field("callSid", shown.callSid()));
      count();
      return ApiResponse.refused();
    }
    var admitted =
        tokens.redeem(
            new RandomToken(shown.token()), shown.callSid(), shown.accountSid(), shown.streamSid());
    if (admitted.isEmpty()) {
      Log.warn(
          "A media stream came with a token that is not good", field("callSid", shown.callSid()));
      count();
      throw ProblemType.INVALID_TOKEN.because("It opens one stream of one call, once, at once.");
    }
    var call = admitted.get().call();
    LogContext.foundCorrelation(call.call().toString());
    return ApiResponse.json(201, Session.of(admitted.get(), briefings.of(call)));
  }

  private static void count() {
    Metrics.ofService().count("ForgedBridgeSessions", 1).write();
  }

  record Shown(
      String token, String callSid, String accountSid, String streamSid, Upgrade upgrade) {}

  /**
   * The request that opened the WebSocket.
   *
   * @param path with its query, if it had one
   * @param signature the header {@code X-Twilio-Signature}; empty when there was none
   */
  record Upgrade(String path, String signature) {}

  /** Where the bridge goes with what it has to say, the call's id filled in. */
  record Session(
      CallId callId,
      OrganizationId organizationId,
      String credential,
      boolean resumed,
      String context,
      JsonNode snapshot,
      String turnsPath,
      String reportPath,
      String redirectsPath,
      String hangupsPath) {

    static Session of(Admitted admitted, Briefing briefing) {
      var call = admitted.call().call();
      return new Session(
          call,
          admitted.call().organization(),
          admitted.credential().value(),
          briefing.resumed(),
          briefing.context(),
          briefing.snapshot(),
          "/api/calls/" + call + "/turns",
          "/api/calls/" + call + "/report",
          "/api/bridge/redirects",
          "/api/bridge/hangups");
    }
  }
}
