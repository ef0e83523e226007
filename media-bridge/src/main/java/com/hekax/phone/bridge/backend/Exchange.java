package com.hekax.phone.bridge.backend;

import com.hekax.phone.bridge.conversation.Refusal;

/** What the back end says to a stream's token. */
public sealed interface Exchange {

  /** The stream is genuine. */
  record Opened(BackEndSession session) implements Exchange {}

  record Refused(Refusal reason) implements Exchange {}

  /** Nothing that can be used. */
  record Unreachable() implements Exchange {}
}
