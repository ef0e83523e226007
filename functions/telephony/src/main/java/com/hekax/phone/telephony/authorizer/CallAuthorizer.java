package com.hekax.phone.telephony.authorizer;

import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.GatewayAuthorizer;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.telephony.BridgeTokens;
import com.hekax.phone.telephony.TelephonyWiring;
import java.util.Optional;

/** Says which call a credential of the media bridge is of. */
public final class CallAuthorizer extends GatewayAuthorizer {
  private final BridgeTokens tokens;

  public CallAuthorizer() {
    this(TelephonyWiring.bridgeTokens());
  }

  CallAuthorizer(BridgeTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected Optional<OngoingCall> holder(String token) {
    return tokens.find(new RandomToken(token));
  }
}
