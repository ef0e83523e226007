package com.hekax.phone.platform.limits;

import static com.hekax.phone.platform.limits.Counted.ADDRESS;
import static com.hekax.phone.platform.limits.Counted.API_KEY;
import static com.hekax.phone.platform.limits.Counted.ORGANIZATION;
import static com.hekax.phone.platform.limits.Counted.PERSON;

import com.hekax.phone.platform.tenancy.Permission;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How often a route may be asked: the one table of it. A route is of the first class whose pattern
 * it matches. Each class is counted by itself.
 */
public enum RateClass {
  /**
   * A caller waits for the answer. Each of these is signed by Twilio, or carries the credential of
   * one call, and speaks for all organizations from few addresses.
   */
  OF_CALLS("(POST /api/twilio/|POST /api/bridge/).*", false, Map.of()),

  /** What keeps a session, which a page does by itself: guessing a cookie of 256 bits is idle. */
  KEEPING_SIGNED_IN(
      "POST /api/auth/(refresh|logout|switch)", false, Map.of(ADDRESS, perMinute(300))),

  /** A password, or the code of a link, is tried by somebody of whom nothing is known. */
  SIGN_IN(".* /api/auth/.*", true, Map.of(ADDRESS, new Quota(60, Duration.ofMinutes(5)))),

  /** Asks again for what a stolen session does not have: the password, or a code. */
  CONFIRMED(
      "PUT /api/me/password|POST /api/me/(two-step|email-changes).*"
          + "|POST /api/team/ownership|POST /api/organization/closing",
      true,
      Map.of(PERSON, new Quota(20, Duration.ofMinutes(15)))),

  /** Gives what opens a link that stays open. */
  TICKETS("POST /api/[a-z-]+/tickets", false, Map.of(PERSON, perMinute(30))),

  /** Reads very much, or makes us write to people or to another service. */
  EXPENSIVE(
      "GET /api/.*/export|POST /api/team/invitations.*|POST /api/.*/authorizations",
      false,
      Map.of(
          PERSON, perMinute(20),
          API_KEY, perMinute(20),
          ORGANIZATION, perMinute(60))),

  ORDINARY(
      ".*",
      false,
      Map.of(
          ADDRESS, perMinute(600),
          PERSON, perMinute(300),
          API_KEY, perMinute(300),
          ORGANIZATION, perMinute(1500)));

  private final Pattern routes;
  private final boolean refusesWhenUncounted;

  @SuppressWarnings("ImmutableEnumChecker") // Map.copyOf makes one that never changes.
  private final Map<Counted, Quota> quotas;

  RateClass(String routes, boolean refusesWhenUncounted, Map<Counted, Quota> quotas) {
    this.routes = Pattern.compile(routes);
    this.refusesWhenUncounted = refusesWhenUncounted;
    this.quotas = Map.copyOf(quotas);
  }

  /**
   * The class of a route.
   *
   * @param route method and path as {@code @Route} names it
   */
  public static RateClass of(String route, Permission needs) {
    if (needs == Permission.CALL) {
      return OF_CALLS;
    }
    for (var one : values()) {
      if (one.routes.matcher(route).matches()) {
        return one;
      }
    }
    throw new IllegalStateException("The last class takes every route");
  }

  /** What each of those who are counted may spend. */
  public Map<Counted, Quota> quotas() {
    return quotas;
  }

  /**
   * Whether a request that cannot be counted is refused. Else it goes on: a limit is there to keep
   * the product up, and must not be what takes it down.
   */
  public boolean refusesWhenUncounted() {
    return refusesWhenUncounted;
  }

  private static Quota perMinute(int requests) {
    return new Quota(requests, Duration.ofMinutes(1));
  }
}
