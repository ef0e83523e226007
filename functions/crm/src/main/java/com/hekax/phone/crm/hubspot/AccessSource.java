package com.hekax.phone.crm.hubspot;

import com.hekax.phone.crm.Access;

/** Where the token of one connection comes from. */
public interface AccessSource {

  /** A token that is good for the next minutes. */
  Access current();

  /**
   * Another one, because HubSpot refuses the current one.
   *
   * @param version of the refused one
   */
  Access insteadOf(int version);
}
