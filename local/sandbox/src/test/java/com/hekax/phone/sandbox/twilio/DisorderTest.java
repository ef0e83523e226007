package com.hekax.phone.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.twilio.FakeProduct.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Webhooks that repeat, come late and out of order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class DisorderTest {
  private static final String INCOMING = "/api/twilio/incoming";
  private static final String STATUS = "/api/twilio/status";
  private static final String LEG = "/api/leg";
  private static final String AFTER = "/api/after-dial";
  private static final String DANA = "+14155550171";
  private static final String HANG_UP = "[{\"wait\":200},\"hang-up\"]";

  private FakeProduct product;
  private StandIn twilio;

  @BeforeEach
  void start() {
    product = new FakeProduct();
    twilio = new StandIn(product);
    product.answers(INCOMING, "<Pause length=\"1\"/><Say>Hello</Say>");
  }

  @AfterEach
  void stop() {
    twilio.close();
    product.close();
  }

  @Test
  void every_webhook_is_repeated_with_its_body_and_token() throws Exception {
    ring(",\"disorder\":1");

    for (var path : List.of(INCOMING, STATUS)) {
      assertThat(product.told(path)).hasSizeBetween(2, 3);
      assertThat(tokens(path)).hasSize(1);
      assertThat(product.told(path)).allMatch(one -> one.form().equals(first(path).form()));
      assertThat(product.told(path))
          .allMatch(one -> one.signature().equals(product.signature(StandIn.ACCOUNT, one)));
    }
  }

  @Test
  void of_two_answers_the_first_or_the_last_is_run() throws Exception {
    var run = new HashSet<String>();
    for (int seed = 1; seed <= 20 && run.size() < 2; seed++) {
      product.answers(
          INCOMING,
          FakeProduct.Reply.twiml("<Say>first</Say>"),
          FakeProduct.Reply.twiml("<Say>last</Say>"));
      run.add(said(ring(",\"disorder\":" + seed)));
    }
    assertThat(run).containsExactlyInAnyOrder("first", "last");
  }

  @Test
  void status_callbacks_of_a_dialed_leg_come_in_another_order_than_they_were_sent()
      throws Exception {
    product.answers(
        INCOMING,
        "<Dial action=\"%s\"><Number statusCallback=\"%s\" statusCallbackEvent=\"initiated ringing answered completed\">%s</Number></Dial>"
            .formatted(AFTER, LEG, DANA));
    product.answers(AFTER, "<Hangup/>");
    twilio.phone(DANA, "{\"answers\":true,\"afterMillis\":300,\"hangsUpAfterMillis\":300}");
    var orders = new ArrayList<List<Integer>>();
    for (int seed = 1; seed <= 3; seed++) {
      var callSid = twilio.ring("[{\"wait\":60000}]", ",\"disorder\":" + seed);
      twilio.awaitReported(callSid);
      var sid = legOf(callSid);
      orders.add(
          Until.found(
              "all that is told of " + sid,
              () -> Optional.of(sequence(sid)).filter(numbers -> numbers.size() == 4)));
    }
    assertThat(orders).allSatisfy(order -> assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3));
    assertThat(orders).anySatisfy(order -> assertThat(order).isNotEqualTo(List.of(0, 1, 2, 3)));
  }

  @Test
  void a_setting_of_the_whole_stand_in_holds_until_it_is_ended() throws Exception {
    assertThat(twilio.send("PUT", "/twilio/disorder", "{\"seed\":5}")).isEqualTo(204);
    ring("");
    int inDisorder = product.told(STATUS).size();

    assertThat(twilio.send("DELETE", "/twilio/disorder", "")).isEqualTo(204);
    ring("");

    assertThat(inDisorder).isGreaterThan(1);
    assertThat(product.told(STATUS)).hasSize(inDisorder + 1);
    assertThat(twilio.send("PUT", "/twilio/disorder", "{}")).isEqualTo(400);
  }

  private String legOf(String callSid) {
    return product.told(AFTER).stream()
        .map(Told::form)
        .filter(form -> callSid.equals(form.get("CallSid")))
        .map(form -> form.getOrDefault("DialCallSid", ""))
        .findFirst()
        .orElseThrow();
  }

  /** The numbers of a leg's callbacks in the order in which each came first. */
  private List<Integer> sequence(String legSid) {
    return product.told(LEG).stream()
        .map(Told::form)
        .filter(form -> legSid.equals(form.get("CallSid")))
        .map(form -> Integer.parseInt(form.getOrDefault("SequenceNumber", "")))
        .distinct()
        .toList();
  }

  private JsonNode ring(String more) throws Exception {
    return twilio.awaitReported(twilio.ring(HANG_UP, more));
  }

  private static String said(JsonNode call) {
    return call.path("timeline")
        .valueStream()
        .filter(entry -> entry.path("kind").asText().equals("verb"))
        .map(entry -> entry.path("text").asText())
        .collect(Collectors.joining());
  }

  private Told first(String path) {
    return product.told(path).getFirst();
  }

  private List<String> tokens(String path) {
    return product.told(path).stream().map(Told::idempotencyToken).distinct().toList();
  }
}
