package com.hekax.phone.sandbox.openai.receptionist;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.speech.Clip;
import java.util.Optional;

/** What happened in a dialogue, as the model takes it in. */
public sealed interface Turn {

  /** The caller spoke; empty if it was no clip. */
  record Said(Optional<Clip> clip) implements Turn {}

  /** The caller was expected to speak and did not. */
  record Silence() implements Turn {}

  /** Words of the operator of the model: facts of the call. */
  record Told(String text) implements Turn {}

  /** The assistant spoke, maybe not to the end. */
  record Answered() implements Turn {}

  /** The assistant called a tool. */
  record Called(String callId, String tool) implements Turn {}

  /** A tool answered. */
  record Returned(String callId, JsonNode output) implements Turn {}
}
