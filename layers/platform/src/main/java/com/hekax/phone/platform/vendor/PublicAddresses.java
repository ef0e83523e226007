package com.hekax.phone.platform.vendor;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which IP addresses belong to the public internet, after IANA's special-purpose registries for
 * IPv4 and IPv6 (November 2026).
 *
 * <p>Of IPv6 only global unicast is public. That leaves out every form that carries an IPv4 address
 * inside (mapped, compatible, NAT64), and the two forms within global unicast, 6to4 and Teredo, are
 * listed: what is behind them is reached by its IPv4 address or not at all. The JDK turns mapped
 * addresses into IPv4 ones before they get here.
 */
final class PublicAddresses {
  private static final List<IpRange> IPV4_SPECIAL =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carriers' NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local: metadata of instances and containers
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  private static final IpRange IPV6_GLOBAL_UNICAST = IpRange.parse("2000::/3");

  private static final List<IpRange> IPV6_SPECIAL =
      ranges(
          "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length == 4) {
      return isInNone(IPV4_SPECIAL, bytes);
    }
    return IPV6_GLOBAL_UNICAST.contains(bytes) && isInNone(IPV6_SPECIAL, bytes);
  }

  private static boolean isInNone(List<IpRange> ranges, byte[] address) {
    return ranges.stream().noneMatch(range -> range.contains(address));
  }

  private static List<IpRange> ranges(String... texts) {
    return Stream.of(texts).map(IpRange::parse).toList();
  }
}
