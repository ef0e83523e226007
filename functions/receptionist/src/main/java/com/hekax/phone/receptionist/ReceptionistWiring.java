package com.hekax.phone.receptionist;

import com.hekax.phone.platform.Platform;

/** The objects of this domain, made when a handler first asks. */
public final class ReceptionistWiring {

  public static Receptionists receptionists() {
    return new Receptionists(platform().database(), publisher(), platform().clock());
  }

  public static Facts facts() {
    return new Facts(platform().database(), publisher(), platform().clock());
  }

  public static FactSearch factSearch() {
    return new FactSearch(platform().database());
  }

  private static Publisher publisher() {
    return new Publisher(new Composer(Models.of(platform().env())), platform().clock());
  }

  /**
   * Not kept in a field: a test's JVM has many environments, and each is constructed in its own.
   */
  private static Platform platform() {
    return Platform.current();
  }

  private ReceptionistWiring() {}
}
