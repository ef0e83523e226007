package com.hekax.phone.sandbox.openai.wire;

import java.util.Optional;

/**
 * A client event that changes nothing and is answered with an {@code error} event. The session goes
 * on.
 */
public final class Refused extends RuntimeException {
  private final Optional<String> code;
  private final Optional<String> parameter;

  private Refused(Optional<String> code, Optional<String> parameter, String message) {
    super(message, null, false, false);
    this.code = code;
    this.parameter = parameter;
  }

  public static Refused because(String code, String message) {
    return new Refused(Optional.of(code), Optional.empty(), message);
  }

  /**
   * About one field.
   *
   * @param parameter where in the event, for example {@code session.audio.output.voice}
   */
  public static Refused at(String parameter, String code, String message) {
    return new Refused(Optional.of(code), Optional.of(parameter), message);
  }

  /** Some errors of the API have words only. */
  public static Refused withoutCode(String message) {
    return new Refused(Optional.empty(), Optional.empty(), message);
  }

  public Optional<String> code() {
    return code;
  }

  public Optional<String> parameter() {
    return parameter;
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
