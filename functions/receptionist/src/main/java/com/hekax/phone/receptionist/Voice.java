package com.hekax.phone.receptionist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The voices that the speech model has for conversations (OpenAI Realtime, read 2026-11-22). */
public enum Voice {
  MARIN,
  CEDAR,
  ALLOY,
  ASH,
  BALLAD,
  CORAL,
  ECHO,
  SAGE,
  SHIMMER,
  VERSE;

  /** As the API and the model call it. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
