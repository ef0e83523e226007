package com.hekax.phone.platform.vendor;

import static com.hekax.phone.platform.vendor.VendorFake.answer;
import static com.hekax.phone.platform.vendor.VendorFake.head;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(10)
class PublicHttpTest {
  private static final String HOST = "hooks.example.com";
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final byte[] EVENT = "{\"type\":\"lead.captured\"}".getBytes(UTF_8);
  private static final VendorLimits LIMITS =
      new VendorLimits(Duration.ofMillis(500), Duration.ofMillis(700), 4_096);

  @TempDir private static Path folder;
  private static SSLContext certificates;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Map<String, InetAddress[]> names = new HashMap<>();
  private final List<String> lookUps = new ArrayList<>();

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificates = Certificate.of(HOST, folder).context();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (var resource : open) {
      resource.close();
    }
  }

  @Nested
  class Given_a_receiver_behind_TLS {
    @Test
    void when_an_event_is_posted_then_it_arrives_as_it_is_under_the_hosts_own_name()
        throws Exception {
      var receiver = secure(answer("200 OK", "thanks", "Set-Cookie: a=b"));

      var answer = client(receiver).post(url(receiver), JSON, EVENT);

      assertThat(answer)
          .isInstanceOfSatisfying(
              Answered.class,
              answered -> {
                assertThat(answered.status()).isEqualTo(200);
                assertThat(answered.body()).isEqualTo("thanks");
                assertThat(answered.header("Set-Cookie")).contains("a=b");
              });
      var request = receiver.requests().getFirst();
      assertThat(request.line()).isEqualTo("POST /hook?x=1 HTTP/1.1");
      assertThat(request.body()).isEqualTo(new String(EVENT, UTF_8));
      assertThat(request.headers())
          .containsEntry("host", HOST + ":" + receiver.port())
          .containsEntry("content-type", "application/json")
          .containsEntry("user-agent", "HEKAX-Phone-Webhooks/1.0")
          .doesNotContainKeys("accept-encoding", "cookie", "authorization");
    }

    @Test
    void when_two_events_are_posted_then_each_has_its_own_look_up_and_connection_and_no_cookie()
        throws Exception {
      var receiver =
          secure(
              (out, end) -> {
                out.write(
                    "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(UTF_8));
                out.flush();
                // The connection stays open for whoever would use it again.
                end.await();
              });
      var http = client(receiver);

      assertThat(http.post(url(receiver), JSON, EVENT)).isInstanceOf(Answered.class);
      assertThat(http.post(url(receiver), JSON, EVENT)).isInstanceOf(Answered.class);

      assertThat(lookUps).containsExactly(HOST, HOST);
      assertThat(receiver.connections()).isEqualTo(2);
      assertThat(receiver.requests().getLast().headers()).doesNotContainKey("cookie");
    }

    @Test
    void when_its_certificate_is_for_another_host_then_nothing_is_sent() throws Exception {
      var other = Certificate.of("other.example.com", folder).context();
      var receiver = receiver(other.getServerSocketFactory(), answer("200 OK", ""));
      names.put(HOST, new InetAddress[] {HERE});
      var http = client(Set.of(HOST + ":" + receiver.port()), other);

      notSent(http.post(url(receiver), JSON, EVENT), "host");
      assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void when_nobody_vouches_for_its_certificate_then_nothing_is_sent() throws Exception {
      var receiver = secure(answer("200 OK", ""));
      var http = client(Set.of(HOST + ":" + receiver.port()), SSLContext.getDefault());

      notSent(http.post(url(receiver), JSON, EVENT), "no secure connection");
      assertThat(receiver.requests()).isEmpty();
    }
  }

  @Test
  void given_many_events_when_one_client_posts_them_then_no_connection_is_left_behind()
      throws Exception {
    // More than the client keeps open to one host, with bodies that are not read to their end.
    var receiver = secure(answer("200 OK", "x".repeat(100_000)));
    var http = client(receiver);

    for (int i = 0; i < 12; i++) {
      assertThat(http.post(url(receiver), JSON, EVENT)).isInstanceOf(Answered.class);
    }
  }

  @Nested
  class Given_an_address_that_leads_inside {
    private final PublicHttp http = client(Set.of(), certificates);

    @Test
    void when_the_name_has_a_private_address_then_nothing_is_connected_to() {
      names.put(HOST, new InetAddress[] {HERE});

      notSent(http.post("https://" + HOST + "/", JSON, EVENT), "not lead to the public internet");
    }

    @Test
    void when_one_of_several_addresses_is_private_then_not_even_the_others_are_connected_to() {
      names.put(HOST, new InetAddress[] {InetAddress.ofLiteral("93.184.216.34"), HERE});

      notSent(http.post("https://" + HOST + "/", JSON, EVENT), "not lead to the public internet");
    }

    @Test
    void when_the_host_is_a_private_address_itself_then_nothing_is_even_looked_up() {
      notSent(http.post("https://127.0.0.1/", JSON, EVENT), "not lead to the public internet");
      notSent(http.post("https://[::1]/", JSON, EVENT), "not lead to the public internet");
      assertThat(lookUps).isEmpty();
    }

    @Test
    void when_the_text_is_already_forbidden_then_no_name_is_looked_up() {
      notSent(http.post("http://" + HOST + "/", JSON, EVENT), "must begin with https://");
      assertThat(lookUps).isEmpty();
    }

    @Test
    void when_the_name_does_not_exist_then_nothing_is_sent() {
      notSent(http.post("https://" + HOST + "/", JSON, EVENT), "name is not known");
    }
  }

  @Nested
  class Given_a_name_that_changes_its_address_after_the_check {
    @Test
    void when_an_event_is_posted_then_it_goes_to_the_address_that_was_checked() throws Exception {
      var receiver = plain(answer("200 OK", ""));
      names.put(HOST, new InetAddress[] {HERE});
      var http = client(Set.of(HOST + ":" + receiver.port()), certificates);

      var answer = http.post("http://" + HOST + ":" + receiver.port() + "/", JSON, EVENT);

      // The only look-up is the one that was checked: the system's own would not know this name.
      assertThat(answer).isInstanceOf(Answered.class);
      assertThat(lookUps).hasSize(1);
    }
  }

  @Nested
  class Given_a_receiver_that_answers_oddly {
    @Test
    void when_it_redirects_then_nobody_follows() throws Exception {
      var receiver = plain(answer("307 Elsewhere", "", "Location: /other"));

      assertThat(post(receiver))
          .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.status()).isEqualTo(307));
      assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void when_it_refuses_or_fails_then_that_is_its_answer() throws Exception {
      for (var status : List.of("400 No", "401 No", "404 No", "410 Gone", "500 Oh", "503 Busy")) {
        var receiver = plain(answer(status, "why", "WWW-Authenticate: Basic", "Retry-After: 1"));

        assertThat(post(receiver))
            .isInstanceOfSatisfying(
                Answered.class, a -> assertThat(status).startsWith(String.valueOf(a.status())));
        assertThat(receiver.requests()).hasSize(1);
      }
    }

    @Test
    void when_it_is_busy_then_its_pause_is_told() throws Exception {
      assertThat(post(plain(answer("429 Busy", "", "Retry-After: 90"))))
          .isEqualTo(new Throttled(Duration.ofSeconds(90)));
      assertThat(post(plain(answer("429 Busy", "", "Retry-After: Tue, 01 Dec 2099 10:00:00 GMT"))))
          .isEqualTo(new Throttled(RetryAfter.LONGEST));
    }

    @Test
    void when_it_says_too_much_then_the_beginning_is_kept() throws Exception {
      assertThat(post(plain(answer("200 OK", "x".repeat(1_000_000)))))
          .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.body()).hasSize(4_096));
    }

    @Test
    void when_it_compresses_unasked_then_the_bytes_are_not_unpacked() throws Exception {
      assertThat(post(plain(answer("200 OK", "not gzip", "Content-Encoding: gzip"))))
          .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.body()).isEqualTo("not gzip"));
    }

    @Test
    void when_it_breaks_off_after_its_status_then_the_status_counts() throws Exception {
      var receiver =
          plain(
              (out, _) -> {
                out.write(head("202 Accepted", "Content-Length: 100"));
                out.write("half".getBytes(UTF_8));
              });

      assertThat(post(receiver))
          .isInstanceOfSatisfying(
              Answered.class,
              answered -> {
                assertThat(answered.status()).isEqualTo(202);
                assertThat(answered.body()).isEqualTo("half");
              });
    }
  }

  @Nested
  class Given_a_receiver_that_does_not_answer {
    @Test
    void when_nothing_listens_then_the_event_was_surely_not_received() throws Exception {
      var http = client(Set.of(HOST + ":1"), certificates);
      names.put(HOST, new InetAddress[] {HERE});

      notSent(http.post("http://" + HOST + ":1/", JSON, EVENT), "no connection");
    }

    @Test
    void when_it_stays_silent_then_the_event_may_have_been_received() throws Exception {
      maybeReceived(post(plain((_, end) -> end.await())), "");
    }

    @Test
    void when_it_answers_drop_by_drop_then_the_time_ends_it() throws Exception {
      var receiver =
          plain(
              (out, end) -> {
                out.write(head("200 OK", "Content-Length: 100000"));
                drip(out, end);
              });

      maybeReceived(post(receiver), "no whole answer within PT0.7S");
    }

    @Test
    void when_it_closes_or_speaks_something_else_then_the_event_may_have_been_received()
        throws Exception {
      maybeReceived(post(plain((_, _) -> {})), "the connection broke");
      maybeReceived(post(plain((out, _) -> out.write("220 smtp\r\n".getBytes(UTF_8)))), "");
    }

    @Test
    void when_its_name_is_never_resolved_then_the_time_ends_it() throws Exception {
      var end = new CountDownLatch(1);
      open.add(end::countDown);
      OutboundAddresses.NameService hanging =
          _ -> {
            try {
              end.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            throw new UnknownHostException();
          };
      var http =
          new PublicHttp(
              new OutboundAddresses(Set.of(), Optional.empty(), hanging), LIMITS, certificates);
      open.add(http);

      maybeReceived(http.post("https://" + HOST + "/", JSON, EVENT), "no whole answer");
    }
  }

  @Test
  void given_a_proxy_of_the_JVM_when_an_event_is_posted_then_it_is_not_asked() throws Exception {
    var asked = new ArrayList<URI>();
    var before = ProxySelector.getDefault();
    ProxySelector.setDefault(recording(asked));
    try {
      assertThat(post(plain(answer("200 OK", "")))).isInstanceOf(Answered.class);
    } finally {
      ProxySelector.setDefault(before);
    }

    assertThat(asked.stream().filter(uri -> !uri.getScheme().equals("socket"))).isEmpty();
  }

  private VendorFake plain(VendorFake.Reply reply) throws IOException {
    return receiver(ServerSocketFactory.getDefault(), reply);
  }

  private VendorFake secure(VendorFake.Reply reply) throws IOException {
    names.put(HOST, new InetAddress[] {HERE});
    return receiver(certificates.getServerSocketFactory(), reply);
  }

  private VendorFake receiver(ServerSocketFactory sockets, VendorFake.Reply reply)
      throws IOException {
    var receiver = new VendorFake(sockets, reply);
    open.add(receiver);
    return receiver;
  }

  private PublicHttp client(VendorFake receiver) {
    return client(Set.of(HOST + ":" + receiver.port()), certificates);
  }

  private PublicHttp client(Set<String> privateHosts, SSLContext trusted) {
    var addresses = new OutboundAddresses(privateHosts, Optional.empty(), this::find);
    var http = new PublicHttp(addresses, LIMITS, trusted);
    open.add(http);
    return http;
  }

  private Answer post(VendorFake receiver) {
    names.put(HOST, new InetAddress[] {HERE});
    return client(receiver).post("http://" + HOST + ":" + receiver.port() + "/hook", JSON, EVENT);
  }

  private InetAddress[] find(String host) throws UnknownHostException {
    lookUps.add(host);
    var found = names.get(host);
    if (found == null) {
      throw new UnknownHostException(host);
    }
    return found;
  }

  private static String url(VendorFake receiver) {
    return "https://" + HOST + ":" + receiver.port() + "/hook?x=1";
  }

  private static void drip(OutputStream out, CountDownLatch end) throws Exception {
    while (!end.await(100, TimeUnit.MILLISECONDS)) {
      out.write('x');
      out.flush();
    }
  }

  private static void notSent(Answer answer, String reason) {
    unreachable(answer, reason, false);
  }

  private static void maybeReceived(Answer answer, String reason) {
    unreachable(answer, reason, true);
  }

  private static void unreachable(Answer answer, String reason, boolean maybeReceived) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Unreachable.class,
            unreachable -> {
              assertThat(unreachable.reason()).contains(reason);
              assertThat(unreachable.maybeReceived()).isEqualTo(maybeReceived);
            });
  }

  private static ProxySelector recording(List<URI> asked) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        asked.add(uri);
        return List.of(Proxy.NO_PROXY);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    };
  }
}
