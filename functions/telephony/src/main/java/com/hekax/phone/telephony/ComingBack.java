package com.hekax.phone.telephony;

/** Why a call comes back to the assistant. */
public enum ComingBack {
  /** The stream broke while the caller was on the line. */
  STREAM_LOST,
  /** Whom the caller was put through to did not take the call. */
  TRANSFER_FAILED
}
