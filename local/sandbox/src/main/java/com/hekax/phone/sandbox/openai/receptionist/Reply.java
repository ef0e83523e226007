package com.hekax.phone.sandbox.openai.receptionist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.speech.Clip;

/** What the model does in one response. */
public sealed interface Reply {

  record Say(Clip clip) implements Reply {}

  record Call(String tool, ObjectNode arguments) implements Reply {}
}
