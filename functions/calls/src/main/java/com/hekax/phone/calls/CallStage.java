package com.hekax.phone.calls;

/**
 * Who has the caller. Of two that began at one moment, the later in this order is where the call
 * came to.
 */
public enum CallStage {
  /** Nobody yet, or nobody any more: the caller waits to be taken. */
  RINGING,
  ASSISTANT,
  /** A person is rung for the caller. */
  TRANSFERRING,
  PERSON,
  /** The caller has left a message with a machine. */
  VOICEMAIL,
  ENDED
}
