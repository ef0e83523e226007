package com.hekax.phone.crm;

/** How it went when an access was given back. */
public enum Revocation {
  /** It is no access any more. */
  NOTED,
  /** The vendor does not know it, or does not want it: asking again changes nothing. */
  REFUSED,
  /** The vendor could not be asked; another time it may answer. */
  UNHEARD
}
