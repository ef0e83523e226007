package com.hekax.phone.platform.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The addresses that are counted as one: an address of IPv4 by itself; of IPv6 the 64 bits that a
 * network has, because whoever has one has all of it.
 */
final class AddressBlock {
  private static final int NETWORK_BYTES = 8;

  /** A text that is the same for all addresses of a block, and for no other. */
  static String of(String address) {
    InetAddress parsed;
    try {
      parsed = InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
    // One of IPv4 that is written as of IPv6 comes out as what it is.
    return parsed instanceof Inet4Address
        ? parsed.getHostAddress()
        : HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES));
  }

  private AddressBlock() {}
}
