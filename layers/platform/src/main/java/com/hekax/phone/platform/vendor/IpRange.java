package com.hekax.phone.platform.vendor;

import java.net.InetAddress;

/** A block of addresses of one family, as in {@code 10.0.0.0/8}. */
final class IpRange {
  private final byte[] first;
  private final int prefixBits;

  private IpRange(byte[] first, int prefixBits) {
    this.first = first;
    this.prefixBits = prefixBits;
  }

  static IpRange parse(String text) {
    int slash = text.indexOf('/');
    return new IpRange(
        InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
        Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(byte[] address) {
    if (address.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      if (bit(address, bit) != bit(first, bit)) {
        return false;
      }
    }
    return true;
  }

  private static int bit(byte[] address, int index) {
    return (address[index / 8] >> (7 - index % 8)) & 1;
  }
}
