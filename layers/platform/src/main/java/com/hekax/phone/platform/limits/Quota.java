package com.hekax.phone.platform.limits;

import java.time.Duration;

/**
 * So many requests at once, after which they come back evenly: all of them in the window.
 *
 * @param requests at least one
 */
public record Quota(int requests, Duration window) {

  /** How long one request takes to come back. */
  Duration each() {
    return window.dividedBy(requests);
  }
}
