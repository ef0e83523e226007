package com.hekax.phone.telephony;

/** How far it has come with ringing people. The last four are the ways it ends. */
public enum TransferState {
  /** The assistant was told whom it will be; nobody is rung yet. */
  CHOSEN,
  RINGING,
  ANSWERED,
  NO_ANSWER,
  BUSY,
  FAILED;

  boolean isEnd() {
    return this != CHOSEN && this != RINGING;
  }
}
