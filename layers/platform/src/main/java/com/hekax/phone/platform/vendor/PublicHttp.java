package com.hekax.phone.platform.vendor;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Requests to addresses that users gave, for example of their webhooks. Only what {@link
 * OutboundAddresses} allows is connected to; the name is looked up for each request, and the
 * connection goes to an address that was checked, under the host's own name and certificate.
 *
 * <p>No redirects, cookies, proxies, compression or kept connections. Of the answer the first four
 * kilobytes are read, as its status is what counts: an answer that breaks off after its status is
 * an answer.
 */
public final class PublicHttp implements AutoCloseable {
  /** Connecting, TLS and answer together; connecting alone has five seconds an address. */
  private static final VendorLimits LIMITS =
      new VendorLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), 4_096);

  private final OutboundAddresses addresses;
  private final VendorLimits limits;
  private final CloseableHttpClient client;

  PublicHttp(OutboundAddresses addresses, VendorLimits limits, SSLContext certificates) {
    this.addresses = addresses;
    this.limits = limits;
    this.client = GuardedClient.build(addresses, limits, certificates);
  }

  /** For the function whose settings these are; see {@link OutboundAddresses#of}. */
  public static PublicHttp of(Env env) {
    return new PublicHttp(OutboundAddresses.of(env), LIMITS, systemCertificates());
  }

  /**
   * Posts {@code body} as it is. An address that is not allowed is {@link Unreachable} too, since a
   * name may change where it leads.
   *
   * @param headers the content type among them
   */
  public Answer post(String url, Map<String, String> headers, byte[] body) {
    try {
      var request = new HttpPost(addresses.check(url));
      headers.forEach(request::setHeader);
      request.setEntity(new ByteArrayEntity(body, null));
      return send(request);
    } catch (ForbiddenAddressException e) {
      return new Unreachable(e.reason(), false);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  private static SSLContext systemCertificates() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no certificates to trust", e);
    }
  }

  /** In a thread of its own, because neither a name look-up nor a slow body can be timed. */
  private Answer send(HttpPost request) {
    var exchange = new FutureTask<Answer>(() -> exchange(request));
    Thread.ofVirtual().name("public-http").start(exchange);
    try {
      return exchange.get(limits.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return unreachable(e.getCause());
    } catch (TimeoutException e) {
      request.cancel();
      return new Unreachable("no whole answer within " + limits.answerWithin(), true);
    } catch (InterruptedException e) {
      request.cancel();
      Thread.currentThread().interrupt();
      return new Unreachable("interrupted while waiting for the answer", true);
    }
  }

  private Answer exchange(HttpPost request) throws IOException {
    try {
      return read(client.executeOpen(null, request, null));
    } finally {
      // Closing the response would read the rest of its body first, which may have no end.
      request.cancel();
    }
  }

  private Answer read(ClassicHttpResponse response) {
    var headers = new LinkedHashMap<String, String>();
    for (var header : response.getHeaders()) {
      var name = header.getName().toLowerCase(Locale.ROOT);
      headers.merge(name, header.getValue(), (one, other) -> one + ", " + other);
    }
    if (response.getCode() == 429) {
      var retryAfter = Optional.ofNullable(headers.get("retry-after"));
      return new Throttled(RetryAfter.of(retryAfter, Instant.now()));
    }
    return new Answered(response.getCode(), Map.copyOf(headers), beginning(response.getEntity()));
  }

  private String beginning(@Nullable HttpEntity entity) {
    var read = new ByteArrayOutputStream();
    if (entity != null) {
      try {
        var content = entity.getContent();
        var buffer = new byte[512];
        int count = content.read(buffer);
        while (count >= 0 && read.size() < limits.largestBody()) {
          read.write(buffer, 0, count);
          count = content.read(buffer);
        }
      } catch (IOException e) {
        // The status has arrived, and a body that breaks off does not change it.
      }
    }
    var bytes = read.toByteArray();
    int length = Math.min(bytes.length, limits.largestBody());
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static Answer unreachable(@Nullable Throwable cause) {
    return switch (cause) {
      case ForbiddenAddressException e -> new Unreachable(e.reason(), false);
      case UnknownHostException _ -> new Unreachable("the host's name is not known", false);
      case ConnectException _, ConnectTimeoutException _ ->
          new Unreachable("no connection could be made", false);
      case SSLHandshakeException e ->
          new Unreachable("no secure connection: " + e.getMessage(), false);
      case SSLPeerUnverifiedException e ->
          new Unreachable("the certificate is not the host's: " + e.getMessage(), false);
      case IOException e -> new Unreachable("the connection broke: " + e.getMessage(), true);
      case null, default ->
          throw new IllegalStateException("A request to a user's address failed", cause);
    };
  }
}
