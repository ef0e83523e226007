package com.hekax.phone.platform.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The address of whoever sent a request. The gateway's own word for it is CloudFront, which adds to
 * {@code X-Forwarded-For} whom it was asked by, at the end ("Request and response behavior for
 * custom origins: Client IP addresses", read 2026-11-22); the gateway then adds CloudFront. What a
 * client writes there itself stands before, and is never looked at. All of it holds only for a
 * request that shows the secret of our edge.
 */
final class ViewerAddress {

  /**
   * Reads it.
   *
   * @param forwardedFor the header
   * @param peer whom the gateway was asked by
   */
  static String of(Optional<String> forwardedFor, String peer) {
    var hops =
        forwardedFor.map(hop -> hop.split(",", -1)).stream()
            .flatMap(Arrays::stream)
            .map(String::strip)
            .toList();
    return before(peer, hops);
  }

  private static String before(String peer, List<String> hops) {
    int last = hops.size() - 1;
    // The gateway may or may not have added its peer.
    if (last >= 0 && hops.get(last).equals(peer)) {
      last--;
    }
    return last < 0 || hops.get(last).isEmpty() ? peer : hops.get(last);
  }

  private ViewerAddress() {}
}
