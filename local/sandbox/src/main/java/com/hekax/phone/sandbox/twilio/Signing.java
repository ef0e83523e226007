package com.hekax.phone.sandbox.twilio;

/** Who seems to have signed a callback. */
enum Signing {
  GENUINE,
  /** Somebody who does not know the account's token. */
  FORGED,
  MISSING
}
