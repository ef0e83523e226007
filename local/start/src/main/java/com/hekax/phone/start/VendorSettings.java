package com.hekax.phone.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.platform.Env;
import com.hekax.phone.sandbox.twilio.TwilioAccount;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who plays each vendor: the real one when its usual variables are set in the shell, a stand-in
 * with fixed values otherwise.
 *
 * @param secrets of the functions, by the end of their names
 * @param functions settings of the functions that lead to stand-ins
 * @param bridge settings of the media bridge
 * @param twilio the account whose signature the functions accept
 * @param real the vendors that are not stand-ins
 */
record VendorSettings(
    Map<String, String> secrets,
    Map<String, String> functions,
    Map<String, String> bridge,
    TwilioAccount twilio,
    List<String> real) {
  /** The account of the stand-in for Twilio. */
  static final String SANDBOX_ACCOUNT_SID = "AC00000000000000000000000000000000";

  static final String SANDBOX_AUTH_TOKEN = "sandbox-twilio-auth-token";
  private static final String SANDBOX_OPENAI_KEY = "sandbox-openai-key";

  /**
   * Reads the variables of the shell.
   *
   * @param sandbox where the stand-ins answer
   * @throws StartException for variables that only make sense together, naming what is missing
   */
  static VendorSettings read(Env shell, URI sandbox) {
    var secrets = new LinkedHashMap<String, String>();
    var functions = new LinkedHashMap<String, String>();
    var bridge = new LinkedHashMap<String, String>();
    var real = new ArrayList<String>();

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
    sid.ifPresentOrElse(
        _ -> real.add("Twilio"), () -> functions.put("TWILIO_API_URL", sandbox.toString()));
    var twilio =
        new TwilioAccount(sid.orElse(SANDBOX_ACCOUNT_SID), token.orElse(SANDBOX_AUTH_TOKEN));
    secrets.put(
        "twilio", json(Map.of("accountSid", twilio.accountSid(), "authToken", twilio.authToken())));

    var openAi = shell.find("OPENAI_API_KEY");
    openAi.ifPresentOrElse(
        _ -> real.add("OpenAI"),
        () ->
            bridge.put(
                "OPENAI_REALTIME_URL",
                "ws://localhost:%d/v1/realtime".formatted(sandbox.getPort())));
    bridge.put("OPENAI_API_KEY", openAi.orElse(SANDBOX_OPENAI_KEY));
    for (var name : List.of("OPENAI_REALTIME_URL", "OPENAI_REALTIME_MODEL")) {
      shell.find(name).ifPresent(value -> bridge.put(name, value));
    }
    return new VendorSettings(
        Map.copyOf(secrets), Map.copyOf(functions), Map.copyOf(bridge), twilio, List.copyOf(real));
  }

  private static String json(Map<String, String> value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
