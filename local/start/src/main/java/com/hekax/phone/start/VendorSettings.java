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
import java.util.Optional;

/**
 * Who plays each vendor: the real one when its usual variables are set in the shell, a stand-in
 * with fixed values otherwise.
 *
 * @param secrets of the functions, by the end of their names
 * @param functions settings of the functions: where stand-ins are, who sends mail
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
  static final String HUBSPOT = "HubSpot";
  static final String SLACK = "Slack";

  /** The account of the stand-in for Twilio. */
  static final String SANDBOX_ACCOUNT_SID = "AC00000000000000000000000000000000";

  static final String SANDBOX_AUTH_TOKEN = "sandbox-twilio-auth-token";

  /**
   * Reads the variables of the shell.
   *
   * @param sandbox where the stand-ins answer
   * @throws StartException for variables that only make sense together, naming what is missing
   */
  static VendorSettings read(Env shell, URI sandbox) {
    var reading = new Reading(shell, sandbox);
    var twilio = reading.twilio();
    reading.openAi();
    reading.hubSpot();
    reading.slack();
    reading.resend();
    return new VendorSettings(
        Map.copyOf(reading.secrets),
        Map.copyOf(reading.functions),
        Map.copyOf(reading.bridge),
        twilio,
        List.copyOf(reading.real));
  }

  /** Whether it is the vendor itself and no stand-in. */
  boolean isReal(String vendor) {
    return real.contains(vendor);
  }

  /** One vendor after the other. */
  private static final class Reading {
    private final Env shell;
    private final URI sandbox;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, String> functions = new LinkedHashMap<>();
    private final Map<String, String> bridge = new LinkedHashMap<>();
    private final List<String> real = new ArrayList<>();

    Reading(Env shell, URI sandbox) {
      this.shell = shell;
      this.sandbox = sandbox;
    }

    TwilioAccount twilio() {
      var account = together("Twilio", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN");
      account
          .filter(given -> !given.first().matches("AC[0-9a-fA-F]{32}"))
          .ifPresent(
              _ -> {
                throw new StartException(
                    "TWILIO_ACCOUNT_SID is not an account: it begins with AC and has 34 characters.");
              });
      if (account.isEmpty()) {
        functions.put("TWILIO_API_URL", sandbox.toString());
      }
      var used = account.orElse(new Pair(SANDBOX_ACCOUNT_SID, SANDBOX_AUTH_TOKEN));
      secret("twilio", Map.of("accountSid", used.first(), "authToken", used.second()));
      return new TwilioAccount(used.first(), used.second());
    }

    void openAi() {
      var key = shell.find("OPENAI_API_KEY");
      if (key.isPresent()) {
        real.add("OpenAI");
      } else {
        bridge.put(
            "OPENAI_REALTIME_URL", "ws://localhost:%d/v1/realtime".formatted(sandbox.getPort()));
      }
      var used = key.orElse("sandbox-openai-key");
      secret("openai", Map.of("apiKey", used));
      bridge.put("OPENAI_API_KEY", used);
      for (var name : List.of("OPENAI_REALTIME_URL", "OPENAI_REALTIME_MODEL")) {
        shell.find(name).ifPresent(value -> bridge.put(name, value));
      }
    }

    void hubSpot() {
      var app = together(HUBSPOT, "HUBSPOT_CLIENT_ID", "HUBSPOT_CLIENT_SECRET");
      if (app.isEmpty()) {
        functions.put("HUBSPOT_API_URL", sandbox + "/hubspot");
        functions.put("HUBSPOT_AUTH_URL", sandbox + "/hubspot");
      }
      var used = app.orElse(new Pair("sandbox-hubspot-app", "sandbox-hubspot-secret"));
      secret("hubspot", Map.of("clientId", used.first(), "clientSecret", used.second()));
    }

    void resend() {
      var account = together("Resend", "RESEND_API_KEY", "EMAIL_FROM");
      if (account.isEmpty()) {
        functions.put("RESEND_API_URL", sandbox + "/resend");
      }
      var used =
          account.orElse(new Pair("re_sandbox", "HEKAX Phone <notifications@hekax.example>"));
      secret("resend", Map.of("apiKey", used.first()));
      functions.put("EMAIL_FROM", used.second());
    }

    void slack() {
      var app = together(SLACK, "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET");
      if (app.isEmpty()) {
        functions.put("SLACK_API_URL", sandbox + "/slack");
      }
      var used = app.orElse(new Pair("sandbox-slack-app", "sandbox-slack-secret"));
      secret("slack", Map.of("clientId", used.first(), "clientSecret", used.second()));
    }

    /** Two variables of which one alone is a mistake; empty when the stand-in plays the vendor. */
    private Optional<Pair> together(String vendor, String first, String second) {
      var one = shell.find(first);
      var other = shell.find(second);
      if (one.isPresent() != other.isPresent()) {
        throw new StartException(
            "%s and %s belong together: set both for %s itself, or neither for the sandbox."
                .formatted(first, second, vendor));
      }
      one.ifPresent(_ -> real.add(vendor));
      return one.map(value -> new Pair(value, other.orElseThrow()));
    }

    private void secret(String name, Map<String, String> value) {
      try {
        secrets.put(name, new ObjectMapper().writeValueAsString(value));
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** What two variables say. */
  private record Pair(String first, String second) {}
}
