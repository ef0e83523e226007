package com.hekax.phone.contracts;

/** What people are written about their accounts. */
public enum AccountMail {
  /** Somebody signs up with this address: the link opens the account. Facts: {@code name}. */
  CONFIRM_SIGN_UP,
  /** The same, and the address has an account: no link. Facts: {@code name}. */
  ALREADY_SIGNED_UP,
  /** Somebody wants a new password for an address that has no account: no link, no facts. */
  NO_ACCOUNT,
  /** The link lets them choose a new password. Facts: {@code name}. */
  RESET_PASSWORD,
  /** No link: the password was changed just now. Facts: {@code name}. */
  PASSWORD_CHANGED,
  /** To the new address: the link makes it the account's. Facts: {@code name}. */
  CONFIRM_EMAIL_CHANGE,
  /** To the former address, no link. Facts: {@code name, newAddress}, the latter masked. */
  EMAIL_CHANGED,
  /** No link: two-step sign-in was turned on or off. Facts: {@code name, state} (ON or OFF). */
  TWO_STEP_CHANGED,
  /** The link leads into an organization. Facts: {@code organization, inviter, role}. */
  INVITATION,
  /** No link: the organization ends on a day. Facts: {@code name, organization, day}. */
  ORGANIZATION_CLOSING,
  /** No link: the organization stays after all. Facts: {@code name, organization}. */
  ORGANIZATION_CLOSING_WITHDRAWN,
  /**
   * No link: nothing of the organization is left. Facts: {@code organization, receipt}, the times
   * {@code requestedAt, erasedAt}, and how many there were: {@code numbers, recordings, calls,
   * leads, people}.
   */
  ORGANIZATION_ERASED
}
