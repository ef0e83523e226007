package com.hekax.phone.sandbox.twilio.caller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts that come with the sandbox. */
public final class CallerScripts {

  /**
   * The script of a name, as in {@code new-lead}.
   *
   * @throws IllegalArgumentException with a sentence when there is none
   */
  public static CallerScript named(String name) {
    var file = "/callers/" + name + ".yaml";
    try (var yaml =
        name.matches("[a-z0-9-]+") ? CallerScripts.class.getResourceAsStream(file) : null) {
      if (yaml == null) {
        throw new IllegalArgumentException("There is no script " + name + ".");
      }
      return CallerScript.read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A script as it was sent, in YAML or JSON.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong with it
   */
  public static CallerScript of(String yaml) {
    return CallerScript.read(yaml);
  }

  private CallerScripts() {}
}
