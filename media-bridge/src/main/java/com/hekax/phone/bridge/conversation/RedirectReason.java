package com.hekax.phone.bridge.conversation;

/** Where the caller is to go from the assistant. */
public enum RedirectReason {
  /** To whom the transfer tool found. */
  TRANSFER,
  /** To the first person, or else to voicemail: the model cannot go on. */
  MODEL_FAILED
}
