package com.hekax.phone.bridge.conversation;

/** What a call waits for. Of each there is one; started again, it begins anew. */
public enum Timer {
  /** For Twilio's {@code start}. */
  START,
  /** For the model's first event. */
  MODEL_CONNECT,
  /** Before the model is tried again. */
  MODEL_RETRY,
  /** For the model to take the session's settings. */
  MODEL_CONFIGURE,
  /** For the model to begin a response. */
  RESPONSE,
  /** Before a failed response is asked for again. */
  RESPONSE_RETRY,
  /** Until the model's session is so old that it is replaced. */
  SESSION_AGE,
  /** For audio of a caller who is speaking. */
  CALLER_AUDIO,
  /** For a caller who says nothing. */
  SILENCE,
  /** For the next key. */
  KEYS,
  /** The longest time of a call. */
  CALL_LIMIT,
  /** For the goodbye to be said and heard. */
  GOODBYE,
  /** Between the end of the goodbye and the hang-up. */
  HANG_UP,
  /** For the hand-over sentence to be said and heard. */
  HAND_OVER,
  /** For Twilio to end the stream after it was asked to. */
  STOP
}
