package com.hekax.phone.platform.vendor;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache's HTTP client with everything switched off that could lead it elsewhere. It is used where
 * the JDK's own client is not enough, as that looks up names itself, after any check of ours.
 */
final class GuardedClient {
  /** Whoever sends bounds how much; this is only what a function has file handles for. */
  private static final int MOST_AT_ONCE = 900;

  private GuardedClient() {}

  static CloseableHttpClient build(
      OutboundAddresses addresses, VendorLimits limits, SSLContext certificates) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedNames(addresses))
            // The pool keeps nothing and is only a limit: its own five a host and 25 in all would
            // let a few slow hosts hold up all others.
            .setMaxConnPerRoute(MOST_AT_ONCE)
            .setMaxConnTotal(MOST_AT_ONCE)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(certificates))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(limits.connectWithin()))
                    .setSocketTimeout(Timeout.of(limits.answerWithin()))
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        // A kept connection would outlive the check of its address.
        .setConnectionReuseStrategy((_, _, _) -> false)
        // Straight to the host: neither the JVM's proxies nor the environment's.
        .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(Timeout.of(limits.answerWithin())).build())
        .setUserAgent("HEKAX-Phone-Webhooks/1.0")
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableAutomaticRetries()
        .build();
  }

  /** The client connects to what this returns and looks nothing up itself. */
  private record CheckedNames(OutboundAddresses addresses) implements DnsResolver {
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
      return addresses.resolve(host, port).stream()
          .map(address -> new InetSocketAddress(address, port))
          .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      throw new UnknownHostException("Addresses are checked together with their port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
