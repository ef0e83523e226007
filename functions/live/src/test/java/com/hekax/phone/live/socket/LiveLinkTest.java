package com.hekax.phone.live.socket;

import static com.hekax.phone.fixtures.TestRequest.request;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.live.LiveTest;
import com.hekax.phone.live.api.CreateLiveTicketHandler;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Member;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveLinkTest extends LiveTest {
  private static final String ORIGIN_SECRET = "test-origin";

  private final TestFunction<CreateLiveTicketHandler> tickets =
      function(CreateLiveTicketHandler::new);
  private final TestFunction<LiveConnectHandler> connect = function(LiveConnectHandler::new);
  private final TestFunction<LiveDisconnectHandler> disconnect =
      function(LiveDisconnectHandler::new);
  private final TestFunction<LiveMessageHandler> message = function(LiveMessageHandler::new);

  private String ticketOf(Member who) {
    return tickets.call(request().as(who)).json().path("ticket").asText();
  }

  private int open(String connectionId, String ticket) {
    return status(connect, opening(connectionId, ticket, "x-hekax-origin", ORIGIN_SECRET));
  }

  private static int status(TestFunction<?> function, ObjectNode event) {
    return function.invoke(event).path("statusCode").asInt();
  }

  private static ObjectNode opening(
      String connectionId, String ticket, String header, String origin) {
    var event = event("$connect", "CONNECT", connectionId);
    event.putObject("headers").put("Host", "phone.example.com").put(header, origin);
    if (!ticket.isEmpty()) {
      event.putObject("queryStringParameters").put("ticket", ticket);
    }
    return event;
  }

  private static ObjectNode saying(String connectionId, String text) {
    return event("$default", "MESSAGE", connectionId).put("body", text);
  }

  /** As API Gateway hands it to a function. */
  private static ObjectNode event(String route, String type, String connectionId) {
    var event = Json.MAPPER.createObjectNode();
    event
        .putObject("requestContext")
        .put("routeKey", route)
        .put("eventType", type)
        .put("connectionId", connectionId)
        .put("requestId", "request-1")
        .put("stage", "live")
        .putObject("identity")
        .put("sourceIp", "203.0.113.7");
    return event.put("isBase64Encoded", false);
  }

  @Nested
  class Given_a_ticket {

    @Test
    void when_a_link_opens_with_it_then_it_belongs_to_whom_the_ticket_was_given() {
      assertThat(open("c-acme", ticketOf(acme().agent()))).isEqualTo(200);
      assertThat(open("c-globex", ticketOf(globex().owner()))).isEqualTo(200);

      var links = rows("select * from live_connections order by connection_id");
      assertThat(links).hasSize(2);
      assertThat(links.getFirst())
          .containsEntry("connection_id", "c-acme")
          .containsEntry("organization_id", acme().id().value())
          .containsEntry("user_id", acme().agent().user().value());
      assertThat(links.getLast())
          .containsEntry("connection_id", "c-globex")
          .containsEntry("organization_id", globex().id().value())
          .containsEntry("user_id", globex().owner().user().value());
      var until = (Timestamp) requireNonNull(links.getFirst().get("expires_at"));
      assertThat(until.toInstant())
          .isBetween(
              Instant.now().plus(Duration.ofMinutes(119)),
              Instant.now().plus(Duration.ofMinutes(120)));
    }

    @Test
    void when_it_is_shown_a_second_time_then_no_link_opens() {
      var ticket = ticketOf(acme().agent());

      assertThat(open("c-1", ticket)).isEqualTo(200);
      assertThat(open("c-2", ticket)).isEqualTo(401);
      assertThat(links()).containsExactly("c-1");
    }

    @Test
    void when_many_show_it_at_once_then_one_link_opens() throws Exception {
      int shown = 6;
      var ticket = ticketOf(acme().agent());
      var together = new CyclicBarrier(shown);
      var tasks = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < shown; i++) {
        var own = function(LiveConnectHandler::new);
        var event = opening("c-" + i, ticket, "x-hekax-origin", ORIGIN_SECRET);
        tasks.add(
            () -> {
              together.await();
              return status(own, event);
            });
      }

      var statuses = new ArrayList<Integer>();
      try (var executor = Executors.newFixedThreadPool(shown)) {
        for (var answer : executor.invokeAll(tasks)) {
          statuses.add(answer.get());
        }
      }

      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
      assertThat(links()).hasSize(1);
    }

    @Test
    void when_its_half_minute_is_over_then_no_link_opens() {
      var ticket = ticketOf(acme().agent());
      sql("update live_tickets set expires_at = expires_at - interval '30 seconds'");

      assertThat(open("c-1", ticket)).isEqualTo(401);
      assertThat(links()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void when_it_does_not_come_through_our_edge_then_it_is_refused_and_stays_good(String origin) {
      var ticket = ticketOf(acme().agent());

      assertThat(status(connect, opening("c-1", ticket, "x-hekax-origin", origin))).isEqualTo(403);
      assertThat(links()).isEmpty();
      assertThat(open("c-2", ticket)).isEqualTo(200);
    }

    @Test
    void when_the_edge_writes_its_header_in_capitals_then_a_link_opens() {
      var ticket = ticketOf(acme().agent());

      assertThat(status(connect, opening("c-1", ticket, "X-Hekax-Origin", ORIGIN_SECRET)))
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "guessed", "' or true --"})
  void given_no_ticket_or_an_invented_one_then_no_link_opens(String ticket) {
    assertThat(open("c-1", ticket)).isEqualTo(401);
    assertThat(links()).isEmpty();
  }

  @Nested
  class Given_open_links {

    @BeforeEach
    void given() {
      linked(acme(), "c-acme");
      linked(globex(), "c-globex");
    }

    @Test
    void when_one_closes_then_it_alone_is_forgotten() {
      assertThat(status(disconnect, event("$disconnect", "DISCONNECT", "c-acme"))).isEqualTo(200);

      assertThat(links()).containsExactly("c-globex");
    }

    @Test
    void when_one_closes_twice_then_that_is_fine() {
      var closing = event("$disconnect", "DISCONNECT", "c-acme");

      assertThat(List.of(status(disconnect, closing), status(disconnect, closing)))
          .containsOnly(200);
    }

    @Test
    void when_a_page_pings_then_it_alone_is_answered() {
      assertThat(status(message, saying("c-acme", "{\"type\":\"ping\"}"))).isEqualTo(200);

      assertThat(gateway.framesOf("c-acme"))
          .singleElement()
          .satisfies(
              frame -> {
                assertThat(frame.path("v").asInt()).isEqualTo(1);
                assertThat(frame.path("type").asText()).isEqualTo("pong");
                assertThat(Instant.parse(frame.path("at").asText()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
                assertThat(frame.path("data")).isEqualTo(Json.MAPPER.createObjectNode());
              });
      assertThat(gateway.reached()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "hello",
          "null",
          "[]",
          "{",
          "{\"type\":\"pong\"}",
          "{\"type\":[\"ping\"]}",
          "{\"action\":\"lead.captured\",\"type\":\"lead.captured\"}"
        })
    void when_a_page_says_anything_else_then_nothing_happens(String text) {
      assertThat(status(message, saying("c-acme", text))).isEqualTo(200);

      assertThat(gateway.reached()).isZero();
      assertThat(links()).containsExactly("c-acme", "c-globex");
    }

    @Test
    void when_a_page_is_gone_before_its_pong_then_its_link_is_forgotten() {
      gateway.gone("c-acme");

      assertThat(status(message, saying("c-acme", "{\"type\":\"ping\"}"))).isEqualTo(200);

      assertThat(links()).containsExactly("c-globex");
    }
  }

  @Test
  void when_a_function_is_called_to_stay_warm_then_nothing_happens() {
    var ping = Json.MAPPER.createObjectNode().put("ping", true);

    assertThat(connect.invoke(ping).isMissingNode()).isTrue();
    assertThat(disconnect.invoke(ping).isMissingNode()).isTrue();
    assertThat(message.invoke(ping).isMissingNode()).isTrue();
    assertThat(gateway.reached()).isZero();
  }
}
