package com.hekax.phone.platform.http;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.limits.LimitedTest;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLimitsTest extends LimitedTest {
  /** How many codes an address may try. */
  private static final int TRIES = 60;

  @Route(value = "POST /api/auth/codes", needs = Permission.PUBLIC)
  private static final class TryCode extends ApiHandler {
    @Override
    protected ApiResponse handle(ApiRequest request) {
      throw ProblemType.INVALID_TOKEN.because("The code is wrong.");
    }
  }

  @Route(value = "POST /api/things/tickets", needs = Permission.LEADS_WRITE)
  private static final class CreateTicket extends ApiHandler {
    @Override
    protected ApiResponse handle(ApiRequest request) {
      return ApiResponse.json(201, Map.of("name", "ticket"));
    }
  }

  @Route(value = "GET /api/things", needs = Permission.LEADS_READ)
  private static final class ListThings extends ApiHandler {
    @Override
    protected ApiResponse handle(ApiRequest request) {
      return ApiResponse.ok(new Page<>(List.of("thing"), Optional.empty()));
    }
  }

  @Route(value = "POST /api/twilio/things", needs = Permission.PUBLIC)
  private static final class ThingWebhook extends ApiHandler {
    @Override
    protected ApiResponse handle(ApiRequest request) {
      return ApiResponse.noContent();
    }
  }

  private final TestFunction<TryCode> tryCode = function(TryCode::new);
  private final TestFunction<CreateTicket> createTicket = function(CreateTicket::new);
  private final TestFunction<ListThings> list = function(ListThings::new);
  private final TestFunction<ThingWebhook> webhook = function(ThingWebhook::new);

  @Nested
  class Given_an_address_that_tries_codes {

    @Test
    void when_it_tries_once_then_the_refusal_too_tells_what_is_left() {
      var response = tryCode.call(from("203.0.113.9"));

      assertThat(response.problem()).isEqualTo("INVALID_TOKEN");
      assertThat(response.header("ratelimit-limit")).contains("60");
      assertThat(response.header("ratelimit-remaining")).contains("59");
      assertThat(response.header("ratelimit-reset")).contains("5");
      assertThat(response.header("retry-after")).isEmpty();
    }

    @Test
    void when_it_has_tried_too_often_then_it_is_429_and_told_when_to_come_back() {
      tryAll("203.0.113.9");

      var response = tryCode.call(from("203.0.113.9"));

      assertThat(response.status()).isEqualTo(429);
      assertThat(response.problem()).isEqualTo("TOO_MANY_REQUESTS");
      assertThat(response.header("ratelimit-remaining")).contains("0");
      assertThat(Integer.parseInt(response.header("retry-after").orElseThrow())).isBetween(1, 5);
      assertThat(Integer.parseInt(response.header("ratelimit-reset").orElseThrow()))
          .isBetween(290, 300);
    }

    @Test
    void when_it_has_tried_too_often_then_others_still_may_and_so_may_it_elsewhere() {
      tryAll("203.0.113.9");

      assertThat(tryCode.call(from("203.0.113.10")).status()).isEqualTo(401);
      assertThat(list.call(from("203.0.113.9").as(acme().agent())).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "198.51.100.77, 203.0.113.9, 203.0.113.7",
          "203.0.113.10,203.0.113.9,203.0.113.7",
          "2001:db8::1, 203.0.113.9, 203.0.113.7",
          "::ffff:203.0.113.9, 203.0.113.7",
          "203.0.113.9"
        })
    void when_it_writes_other_addresses_before_its_own_then_it_is_known_all_the_same(String way) {
      tryAll("203.0.113.9");

      assertThat(tryCode.call(request().header("x-forwarded-for", way)).status()).isEqualTo(429);
    }

    @Test
    void when_it_takes_another_address_of_its_network_then_it_is_known_all_the_same() {
      tryAll("2001:db8:0:7::1");

      assertThat(tryCode.call(from("2001:db8:0:7:ffff::2")).status()).isEqualTo(429);
      assertThat(tryCode.call(from("2001:db8:0:8::1")).status()).isEqualTo(401);
    }

    @Test
    void when_it_comes_round_our_edge_then_nobody_is_charged_for_it() {
      IntStream.range(0, TRIES)
          .forEach(_ -> tryCode.call(from("203.0.113.9").withoutHeader("x-hekax-origin")));

      assertThat(tryCode.call(from("203.0.113.9")).status()).isEqualTo(401);
    }

    /** Until it is refused: on a slow machine some tries come back meanwhile. */
    private void tryAll(String address) {
      var answers =
          Stream.generate(() -> tryCode.call(from(address)).status())
              .limit(10 * TRIES)
              .takeWhile(status -> status == 401)
              .toList();
      assertThat(answers).hasSizeBetween(TRIES, 2 * TRIES);
    }
  }

  @Nested
  class Given_somebody_who_is_signed_in {

    @Test
    void when_they_ask_too_often_then_it_is_429_for_them_from_any_address_and_for_nobody_else() {
      assertThat(ticket(from("203.0.113.9").as(acme().agent())).header("ratelimit-limit"))
          .contains("30");
      spendAll();

      assertThat(ticket(from("192.0.2.1").as(acme().agent())).status()).isEqualTo(429);
      assertThat(ticket(from("203.0.113.9").as(acme().manager())).status()).isEqualTo(201);
    }

    @Test
    void when_their_organization_has_nothing_left_then_a_colleague_waits_and_a_stranger_does_not() {
      list.call(from("203.0.113.9").as(acme().agent()));
      spendAll();

      assertThat(list.call(from("192.0.2.1").as(acme().manager())).status()).isEqualTo(429);
      assertThat(list.call(from("192.0.2.2").as(globex().manager())).status()).isEqualTo(200);
    }

    @Test
    void when_a_key_has_nothing_left_then_another_key_and_the_people_still_may() {
      var key = acme().key(Permission.LEADS_READ);
      list.call(from("192.0.2.1").as(acme().agent()));
      spendNew(() -> list.call(from("192.0.2.1").as(key)));

      assertThat(list.call(from("192.0.2.1").as(key)).problem()).isEqualTo("TOO_MANY_REQUESTS");
      assertThat(list.call(from("192.0.2.1").as(acme().key(Permission.LEADS_READ))).status())
          .isEqualTo(200);
      assertThat(list.call(from("192.0.2.1").as(acme().agent())).status()).isEqualTo(200);
    }

    @Test
    void when_they_may_not_then_that_counts_too() {
      var key = acme().key();

      assertThat(list.call(from("192.0.2.1").as(key)).header("ratelimit-remaining"))
          .contains("299");
      spendAll();
      assertThat(list.call(from("192.0.2.1").as(key)).status()).isEqualTo(429);
    }

    private TestResponse ticket(TestRequest request) {
      return createTicket.call(request);
    }
  }

  @Nested
  class Given_that_nobody_can_count {

    @Test
    void when_a_code_is_tried_then_it_is_refused_and_when_leads_are_read_then_they_are_there() {
      sql("alter table request_rates rename to lost");
      try {
        assertThat(tryCode.call(from("203.0.113.9")).problem()).isEqualTo("UNAVAILABLE");
        var page = list.call(from("203.0.113.9").as(acme().agent()));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("ratelimit-limit")).isEmpty();
      } finally {
        sql("alter table lost rename to request_rates");
      }
    }
  }

  @Test
  void what_a_caller_waits_for_is_never_counted() {
    assertThat(IntStream.range(0, 700).mapToObj(_ -> webhook.call(from("203.0.113.9"))))
        .allSatisfy(
            response -> {
              assertThat(response.status()).isEqualTo(204);
              assertThat(response.header("ratelimit-limit")).isEmpty();
            });
    assertThat(rows("select from request_rates")).isEmpty();
  }

  @Test
  void the_table_does_not_tell_who_has_asked() {
    list.call(from("203.0.113.9").as(acme().agent()));

    assertThat(rows("select rate::text as row from request_rates as rate").toString())
        .doesNotContain("203.0.113.9")
        .doesNotContain(acme().id().toString())
        .doesNotContain(acme().agent().user().toString());
  }

  /** Through the edge: a client wrote nothing, CloudFront its client, the gateway CloudFront. */
  private static TestRequest from(String address) {
    return request().header("x-forwarded-for", address + ", 203.0.113.7");
  }
}
