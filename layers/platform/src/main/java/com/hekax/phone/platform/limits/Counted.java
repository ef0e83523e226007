package com.hekax.phone.platform.limits;

/**
 * Whose requests are added up. From the narrow to the wide: all requests take their counts in this
 * order, so that no two wait for each other, and the count that most share is held for the shortest
 * time.
 */
public enum Counted {
  /** An address of IPv4, or a network of IPv6, which is what one customer is given. */
  ADDRESS,
  /** A member of an organization, on all devices. */
  PERSON,
  API_KEY,
  ORGANIZATION
}
