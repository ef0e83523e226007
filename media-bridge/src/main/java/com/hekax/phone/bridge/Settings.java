package com.hekax.phone.bridge;

import com.hekax.phone.platform.Env;
import java.net.URI;

/**
 * What the process is told by its environment.
 *
 * @param port 0 takes any that is free
 * @param model where the model answers, for example {@code wss://api.openai.com/v1/realtime}
 * @param firstModel what is opened before it is known which model a call is to have
 * @param backEnd the origin of our own APIs
 * @param maxCalls more than these are refused, so that those there are stay clear
 */
public record Settings(
    int port,
    URI model,
    String modelKey,
    String firstModel,
    URI backEnd,
    String service,
    String stage,
    int maxCalls) {

  /**
   * Reads them.
   *
   * @throws IllegalStateException naming a setting that is missing or senseless
   */
  public static Settings of(Env env) {
    return new Settings(
        number(env, "PORT", 8081),
        address(
            "OPENAI_REALTIME_URL",
            env.find("OPENAI_REALTIME_URL").orElse("wss://api.openai.com/v1/realtime"),
            "wss?"),
        env.get("OPENAI_API_KEY"),
        env.find("OPENAI_REALTIME_MODEL").orElse("gpt-realtime-2.1"),
        address("HEKAX_BACKEND_URL", env.get("HEKAX_BACKEND_URL"), "https?"),
        name(env, "SERVICE", "media-bridge"),
        name(env, "STAGE", "local"),
        number(env, "MAX_CALLS", 60));
  }

  private static int number(Env env, String name, int standard) {
    var text = env.find(name);
    if (text.isEmpty()) {
      return standard;
    }
    try {
      return Integer.parseInt(text.get());
    } catch (NumberFormatException e) {
      throw new IllegalStateException("The setting " + name + " is not a number", e);
    }
  }

  private static String name(Env env, String name, String standard) {
    var value = env.find(name).orElse(standard);
    if (!value.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalStateException("The setting " + name + " is not a name");
    }
    return value;
  }

  private static URI address(String name, String value, String schemes) {
    if (!value.matches("(?:" + schemes + ")://[^/?#\\s]+[^\\s#]*")) {
      throw new IllegalStateException("The setting " + name + " is not an address");
    }
    return URI.create(value);
  }
}
