package com.hekax.phone.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.Env;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboundAddressesTest {

  @Nested
  class Given_production {
    private final OutboundAddresses addresses =
        OutboundAddresses.of(Env.of(Map.of("PUBLIC_URL", "https://phone.hekax.example")));

    @ParameterizedTest
    @CsvSource({
      "https://hooks.example.com/a?b=c, https://hooks.example.com/a?b=c",
      "https://hooks.example.com, https://hooks.example.com/",
      "https://hooks.example.com?b=c, https://hooks.example.com?b=c",
      "HTTPS://Hooks.Example.COM:443/A#part, https://hooks.example.com/A",
      "https://hooks.example.com.:8443/, https://hooks.example.com:8443/",
      "https://bücher.example/straße, https://xn--bcher-kva.example/stra%C3%9Fe",
      "https://93.184.216.34/, https://93.184.216.34/",
      "'https://[2606:2800:220:1:248:1893:25C8:1946]/', 'https://[2606:2800:220:1:248:1893:25c8:1946]/'",
    })
    void when_a_public_address_is_given_then_it_is_put_in_its_plain_form(String given, URI plain) {
      assertThat(addresses.check(given)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "hooks.example.com",
          "http://hooks.example.com/",
          "ftp://hooks.example.com/",
          "file:///etc/passwd",
          "https:///path",
          "https://user@hooks.example.com/",
          "https://user:password@hooks.example.com/",
          "https://hooks.example.com\\@127.0.0.1/",
          "https://hooks.example.com:22/",
          "https://hooks.example.com:99999/",
          "https://hooks example.com/",
          "https://hooks.example.com/a b",
          "https://hooks.example.com/\r\nX-Injected: 1",
          "https://[::1/",
          "https://[hooks.example.com]/",
          "https://[fe80::1%25eth0]/",
          "https://localhost/",
          "https://LOCALHOST./",
          "https://api.localhost/",
          "https://printer/",
          "https://2130706433/",
          "https://0x7f000001/",
          "https://metadata.google.internal/",
          "https://nas.local/",
          "https://phone.hekax.example/api/leads",
          "https://eu.phone.hekax.example/",
        })
    void when_anything_else_is_given_then_it_is_refused(String given) {
      assertThatThrownBy(() -> addresses.check(given))
          .isInstanceOfSatisfying(
              ForbiddenAddressException.class, e -> assertThat(e.reason()).startsWith("The "));
    }

    @Test
    void when_it_is_too_long_then_it_is_refused() {
      var longest = "https://hooks.example.com/" + "x".repeat(2_048 - 26);

      assertThat(addresses.check(longest)).hasToString(longest);
      assertThatThrownBy(() -> addresses.check(longest + "x"))
          .isInstanceOf(ForbiddenAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "0.0.0.0",
          "0.1.2.3",
          "10.0.0.1",
          "100.64.0.1",
          "100.127.255.255",
          "127.0.0.1",
          "127.255.255.254",
          "169.254.169.254",
          "169.254.170.2",
          "172.16.0.1",
          "172.31.255.255",
          "192.0.0.1",
          "192.0.2.1",
          "192.88.99.1",
          "192.168.1.1",
          "198.18.0.1",
          "198.19.255.255",
          "198.51.100.7",
          "203.0.113.7",
          "224.0.0.1",
          "239.255.255.255",
          "240.0.0.1",
          "255.255.255.255",
          "::",
          "::1",
          "::7f00:1",
          "::ffff:127.0.0.1",
          "::ffff:10.0.0.1",
          "64:ff9b::7f00:1",
          "64:ff9b::a9fe:a9fe",
          "64:ff9b:1::1",
          "100::1",
          "2001::1",
          "2001:0:7f00:1::1",
          "2001:20::1",
          "2001:db8::1",
          "2002:7f00:1::1",
          "2002:a9fe:a9fe::1",
          "3fff::1",
          "5f00::1",
          "fc00::1",
          "fd00:ec2::254",
          "fe80::1",
          "fec0::1",
          "ff02::1"
        })
    void when_the_name_leads_to_a_special_address_then_it_is_refused(String address) {
      var leading =
          leadingTo(InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral(address));

      assertThatThrownBy(() -> leading.resolve("hooks.example.com", 443))
          .isInstanceOf(ForbiddenAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1.1.1.1",
          "9.255.255.255",
          "11.0.0.0",
          "100.63.255.255",
          "100.128.0.0",
          "126.255.255.255",
          "128.0.0.0",
          "169.253.255.255",
          "169.255.0.0",
          "172.15.255.255",
          "172.32.0.0",
          "191.255.255.255",
          "192.0.1.0",
          "192.0.3.0",
          "192.167.255.255",
          "192.169.0.0",
          "198.17.255.255",
          "198.20.0.0",
          "223.255.255.255",
          "::ffff:93.184.216.34",
          "2001:200::1",
          "2001:db7:ffff::1",
          "2001:db9::1",
          "2003::1",
          "2606:2800:220:1:248:1893:25c8:1946",
          "3ffe::1",
          "3fff:1000::1"
        })
    void when_the_name_leads_to_public_addresses_then_they_are_returned(String text)
        throws Exception {
      var address = InetAddress.ofLiteral(text);

      assertThat(leadingTo(address).resolve("hooks.example.com", 443)).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "127.0.1", "[::1]", "[::ffff:127.0.0.1]"})
    void when_the_host_is_an_address_in_any_notation_then_it_is_checked_as_what_it_is(String host) {
      assertThatThrownBy(() -> addresses.resolve(host, 443))
          .isInstanceOf(ForbiddenAddressException.class);
    }
  }

  @Nested
  class Given_hosts_that_are_allowed_for_development {
    private final OutboundAddresses addresses =
        OutboundAddresses.of(
            Env.of(
                Map.of(
                    "PUBLIC_URL", "http://localhost:8080",
                    "WEBHOOK_PRIVATE_HOSTS", "localhost:8090, 10.0.0.7:9000")));

    @Test
    void when_one_of_them_is_given_then_neither_TLS_nor_a_public_address_is_needed()
        throws Exception {
      assertThat(addresses.check("http://localhost:8090/hooks"))
          .isEqualTo(URI.create("http://localhost:8090/hooks"));
      assertThat(addresses.resolve("localhost", 8090)).contains(InetAddress.ofLiteral("127.0.0.1"));
      assertThat(addresses.resolve("10.0.0.7", 9000)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/", "http://localhost/", "http://10.0.0.7:8090/"})
    void when_another_port_or_host_is_given_then_it_is_refused(String given) {
      assertThatThrownBy(() -> addresses.check(given))
          .isInstanceOf(ForbiddenAddressException.class);
    }

    @Test
    void when_another_port_is_resolved_then_it_is_refused() {
      assertThatThrownBy(() -> addresses.resolve("localhost", 5432))
          .isInstanceOf(ForbiddenAddressException.class);
    }
  }

  private static OutboundAddresses leadingTo(InetAddress... addresses) {
    return new OutboundAddresses(Set.of(), Optional.empty(), _ -> addresses);
  }
}
