package com.hekax.phone.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.platform.Env;
import com.hekax.phone.sandbox.twilio.TwilioAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who plays each vendor: the real one when its usual variables are set in the shell, a stand-in
 * with fixed values otherwise.
 *
 * @param twilio the account whose signature the functions accept
 */
record VendorSettings(Map<String, String> secrets, TwilioAccount twilio, List<String> real) {
  static final String HUBSPOT = "HubSpot";

  /** The account of the stand-in for Twilio. */
  static final String SANDBOX_ACCOUNT_SID = "AC00000000000000000000000000000000";

  static final String SANDBOX_AUTH_TOKEN = "sandbox-twilio-auth-token";

  /** Variables that only make sense together, and the one that is missing. */
  static VendorSettings read(Env shell) {
    var secrets = new LinkedHashMap<String, String>();
    var real = new java.util.ArrayList<String>();

    var sid = shell.find("TWILIO_ACCOUNT_SID");
    var token = shell.find("TWILIO_AUTH_TOKEN");
    if (sid.isPresent() != token.isPresent()) {
      throw new StartException(
          "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN belong together: set both for Twilio itself, or neither for the sandbox.");
    }
    if (sid.isPresent() && !sid.get().matches("AC[0-9a-fA-F]{32}")) {
      throw new StartException(
          "TWILIO_ACCOUNT_SID is not an account: it begins with AC and has 34 characters.");
    }
    sid.ifPresent(_ -> real.add("Twilio"));
    var twilio =
        new TwilioAccount(sid.orElse(SANDBOX_ACCOUNT_SID), token.orElse(SANDBOX_AUTH_TOKEN));
    secrets.put(
        "twilio", json(Map.of("accountSid", twilio.accountSid(), "authToken", twilio.authToken())));

    var openAi = shell.find("OPENAI_API_KEY");
    openAi.ifPresent(_ -> real.add("OpenAI"));
    secrets.put("openai", json(Map.of("apiKey", openAi.orElse("sandbox-openai-key"))));

    var clientId = shell.find("HUBSPOT_CLIENT_ID");
    var clientSecret = shell.find("HUBSPOT_CLIENT_SECRET");
    if (clientId.isPresent() != clientSecret.isPresent()) {
      throw new StartException(
          "HUBSPOT_CLIENT_ID and HUBSPOT_CLIENT_SECRET belong together: set both for HubSpot itself, or neither for the sandbox.");
    }
    clientId.ifPresent(_ -> real.add(HUBSPOT));
    secrets.put(
        "hubspot",
        json(
            Map.of(
                "clientId", clientId.orElse("sandbox-hubspot-app"),
                "clientSecret", clientSecret.orElse("sandbox-hubspot-secret"))));
    return new VendorSettings(secrets, twilio, List.copyOf(real));
  }

  /** Whether it is the vendor itself and no stand-in. */
  boolean isReal(String vendor) {
    return real.contains(vendor);
  }

  private static String json(Map<String, String> value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
