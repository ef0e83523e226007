package com.hekax.phone.bridge.conversation;

/** How far a call is. */
enum Phase {
  /** For Twilio's {@code start}. */
  WAITING,
  /** The token is exchanged and the model set up. */
  CONNECTING,
  GREETING,
  TALKING,
  /** The goodbye is said. */
  CLOSING,
  /** The hand-over is announced. */
  TRANSFERRING,
  /** The back end was asked to take the call away from here. */
  LEAVING,
  ENDED
}
