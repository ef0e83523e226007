package com.hekax.phone.platform.vendor;

import com.hekax.phone.platform.Env;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which addresses that users give we connect to. A user's address must not lead our function to
 * what only our function can reach: its own metadata, the database's network, this product.
 *
 * <p>There are two checks. {@link #check} looks at the text, when it is saved and again before each
 * request; {@link #resolve} looks at every IP address the name has at the moment of connecting, and
 * what it returns is what is connected to, so that a name that changes its addresses between the
 * two gains nothing. {@link PublicHttp} does both.
 */
public final class OutboundAddresses {
  private static final int LONGEST = 2_048;
  private static final int DEFAULT_PORT = 443;
  private static final Set<Integer> PORTS = Set.of(443, 8443);
  private static final List<String> INTERNAL_NAMES =
      List.of("localhost", "internal", "local", "home.arpa");
  private static final Pattern URL =
      Pattern.compile("(?i)(https?)://(\\[[0-9a-f:.]+\\]|[^:/?#\\[\\]]*)(?::(\\d{1,5}))?([/?].*)?");

  private final Set<String> privateHosts;
  private final List<String> forbiddenNames;
  private final NameService names;

  /** Finds the addresses of a host; the system's own, except in tests. */
  interface NameService {
    InetAddress[] find(String host) throws UnknownHostException;
  }

  OutboundAddresses(Set<String> privateHosts, Optional<String> ownHost, NameService names) {
    this.privateHosts = privateHosts;
    this.forbiddenNames = Stream.concat(INTERNAL_NAMES.stream(), ownHost.stream()).toList();
    this.names = names;
  }

  /**
   * Reads {@code PUBLIC_URL}, our own address, to which nothing is sent, and {@code
   * WEBHOOK_PRIVATE_HOSTS}: hosts with ports, for example {@code localhost:8090,10.0.0.7:9000},
   * that are allowed whatever their addresses and without TLS. It is empty in production.
   */
  public static OutboundAddresses of(Env env) {
    var ownHost = env.find("PUBLIC_URL").map(url -> URI.create(url).getHost());
    var privateHosts =
        Stream.of(env.find("WEBHOOK_PRIVATE_HOSTS").orElse("").split(",", -1))
            .map(String::strip)
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new OutboundAddresses(privateHosts, ownHost, InetAddress::getAllByName);
  }

  /**
   * The address in its plain form: ASCII host in lower case, no fragment. An IP address in it must
   * be public; it says nothing yet about where a name leads.
   *
   * @throws ForbiddenAddressException saying what is wrong with it
   */
  public URI check(String url) {
    var parts = URL.matcher(withoutFragment(url.strip()));
    if (url.length() > LONGEST || !parts.matches()) {
      throw new ForbiddenAddressException(
          "The address must look like https://example.com/path, without a user name");
    }
    var scheme = parts.group(1).toLowerCase(Locale.ROOT);
    var host = plainHost(parts.group(2));
    int port = port(parts, scheme);
    if (!isPrivateHost(host, port)) {
      checkPublic(scheme, host, port);
    }
    return uri(scheme + "://" + host + portText(scheme, port) + tail(parts));
  }

  /**
   * All addresses of the host, each of them public; connect to these and no others.
   *
   * @throws UnknownHostException if it has none
   * @throws ForbiddenAddressException if one of them is not public
   */
  List<InetAddress> resolve(String host, int port) throws UnknownHostException {
    var addresses = List.of(names.find(host));
    if (!isPrivateHost(host, port) && !addresses.stream().allMatch(PublicAddresses::contains)) {
      throw new ForbiddenAddressException("The address does not lead to the public internet");
    }
    return addresses;
  }

  private boolean isPrivateHost(String host, int port) {
    return privateHosts.contains(host + ":" + port);
  }

  private void checkPublic(String scheme, String host, int port) {
    if (!scheme.equals("https")) {
      throw new ForbiddenAddressException("The address must begin with https://");
    }
    if (!PORTS.contains(port)) {
      throw new ForbiddenAddressException("The port must be 443 or 8443");
    }
    if (!host.startsWith("[") && host.indexOf('.') < 0) {
      throw new ForbiddenAddressException("The host must be a full name like example.com");
    }
    for (var name : forbiddenNames) {
      if (host.equals(name) || host.endsWith("." + name)) {
        throw new ForbiddenAddressException("The host belongs to a network that is not public");
      }
    }
    if (!literal(host).stream().allMatch(PublicAddresses::contains)) {
      throw new ForbiddenAddressException("The address does not lead to the public internet");
    }
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException aName) {
      return Optional.empty();
    }
  }

  private static String withoutFragment(String url) {
    int hash = url.indexOf('#');
    return hash < 0 ? url : url.substring(0, hash);
  }

  /** Names of other scripts in ASCII, and the root's dot left off, so that names compare. */
  private static String plainHost(String host) {
    if (host.startsWith("[")) {
      return host.toLowerCase(Locale.ROOT);
    }
    try {
      var ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    } catch (IllegalArgumentException e) {
      throw new ForbiddenAddressException("The host is not a valid name");
    }
  }

  private static int port(Matcher parts, String scheme) {
    var text = parts.group(3);
    if (text != null) {
      return Integer.parseInt(text);
    }
    return scheme.equals("https") ? DEFAULT_PORT : 80;
  }

  private static String portText(String scheme, int port) {
    return scheme.equals("https") && port == DEFAULT_PORT ? "" : ":" + port;
  }

  private static String tail(Matcher parts) {
    var tail = parts.group(4);
    return tail == null ? "/" : tail;
  }

  private static URI uri(String text) {
    try {
      var uri = URI.create(URI.create(text).toASCIIString());
      if (uri.getHost() == null) {
        throw new ForbiddenAddressException("The host is not a valid name");
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw new ForbiddenAddressException("The address has characters that must be encoded");
    }
  }
}
