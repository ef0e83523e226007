package com.hekax.phone.platform.telemetry;

import com.google.errorprone.annotations.CompileTimeConstant;

/** One fact beside a log sentence: an id, a count, a status; never a person's words or number. */
public record Field(String name, Object value) {

  /** A field; numbers and booleans stay what they are, everything else is written as text. */
  public static Field field(@CompileTimeConstant String name, Object value) {
    return new Field(name, value);
  }
}
