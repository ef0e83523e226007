package com.hekax.phone.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.sandbox.twilio.FakeProduct.Reply;
import com.hekax.phone.sandbox.twilio.FakeProduct.Told;
import com.hekax.phone.sandbox.twilio.call.NumberSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the ring to the last status callback, as the product's webhooks see it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class IncomingCallTest {
  private static final String INCOMING = "/api/twilio/incoming";
  private static final String STATUS = "/api/twilio/status";
  private static final String WAIT = "[{\"wait\":60000}]";

  private FakeProduct product;
  private StandIn twilio;

  @BeforeEach
  void start() {
    product = new FakeProduct();
    twilio = new StandIn(product);
  }

  @AfterEach
  void stop() {
    twilio.close();
    product.close();
  }

  @Test
  void it_is_told_with_all_parameters_and_signed() throws Exception {
    product.answers(INCOMING, "<Hangup/>");

    var callSid = twilio.ring(WAIT);

    var told = product.awaitTold(INCOMING);
    assertThat(told.method()).isEqualTo("POST");
    assertThat(told.signature()).isEqualTo(product.signature(StandIn.ACCOUNT, told));
    assertThat(told.idempotencyToken()).isNotEmpty();
    assertThat(told.form())
        .containsEntry("CallSid", callSid)
        .containsEntry("AccountSid", StandIn.ACCOUNT.accountSid())
        .containsEntry("From", StandIn.CALLER)
        .containsEntry("Caller", StandIn.CALLER)
        .containsEntry("To", StandIn.NUMBER)
        .containsEntry("Called", StandIn.NUMBER)
        .containsEntry("CallStatus", "ringing")
        .containsEntry("Direction", "inbound")
        .containsEntry("ApiVersion", "2010-04-01")
        .containsEntry("FromCity", "")
        .containsKeys("CallToken", "ToCountry", "CalledZip")
        .doesNotContainKeys("ParentCallSid", "CallDuration");
    var ended = twilio.awaitReported(callSid);
    assertThat(ended.path("status").asText()).isEqualTo("completed");
    assertThat(statuses()).containsExactly("completed");
  }

  @ParameterizedTest
  @CsvSource({"<Reject/>, no-answer", "<Reject reason='busy'/>, busy", "<Hangup/>, completed"})
  void its_end_is_as_the_first_verb_has_it(String verb, String status) throws Exception {
    product.answers(INCOMING, verb);

    var call = twilio.awaitReported(twilio.ring(WAIT));

    assertThat(call.path("status").asText()).isEqualTo(status);
    assertThat(statuses()).containsExactly(status);
    assertThat(product.told(STATUS).getFirst().form().containsKey("CallDuration"))
        .isEqualTo(status.equals("completed"));
  }

  @Test
  void a_caller_who_loses_patience_while_it_rings_is_canceled() throws Exception {
    product.answers(INCOMING, "<Pause length='30'/>");

    var callSid = twilio.ring("[{\"wait\":60000}],\"patience\":300");

    assertThat(twilio.awaitReported(callSid).path("status").asText()).isEqualTo("canceled");
  }

  @Test
  void a_redirect_goes_where_it_says_relative_to_where_it_was_said() throws Exception {
    product.answers(INCOMING, "<Redirect>after/hours</Redirect><Say>Never</Say>");
    product.answers("/api/twilio/after/hours", "<Hangup/>");

    var callSid = twilio.ring(WAIT);

    assertThat(product.awaitTold("/api/twilio/after/hours").form())
        .containsEntry("CallSid", callSid)
        .containsEntry("CallStatus", "in-progress");
    twilio.awaitReported(callSid);
    assertThat(verbs(callSid)).containsExactly("Redirect", "Hangup");
  }

  @Test
  void what_is_said_is_heard() throws Exception {
    product.answers(
        INCOMING, "<Say>Thank you for calling. How can I help you?</Say><Pause length='1'/>");

    var callSid = twilio.ring(WAIT);

    var heard = twilio.awaitEntry(callSid, "heard");
    assertThat(heard.path("clip").asText()).isEqualTo("greeting");
    assertThat(twilio.awaitReported(callSid).path("status").asText()).isEqualTo("completed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Response><Dance/></Response>      | 12200
          <Response><Say>A & B</Say>         | 12100
          """)
  void an_answer_that_is_no_TwiML_is_an_application_error(String body, int code) throws Exception {
    product.answers(INCOMING, new Reply(200, "text/xml", body, Duration.ZERO));

    var callSid = twilio.ring("[{\"listen\":{}},{\"wait\":60000}]");

    var call = twilio.awaitReported(callSid);
    assertThat(call.path("status").asText()).isEqualTo("failed");
    assertThat(twilio.timeline(callSid, "application-error"))
        .extracting(error -> error.path("code").asInt())
        .containsExactly(code);
    assertThat(statuses()).containsExactly("failed");
  }

  @Test
  void a_content_type_that_is_none_of_TwiML_is_an_application_error() throws Exception {
    product.answers(
        INCOMING, new Reply(200, "application/json", "{\"say\":\"hello\"}", Duration.ZERO));

    var callSid = twilio.ring(WAIT);

    twilio.awaitReported(callSid);
    assertThat(twilio.timeline(callSid, "application-error").getFirst().path("code").asInt())
        .isEqualTo(12300);
  }

  @Test
  void a_server_error_is_not_repeated_unless_the_address_asks_for_it() throws Exception {
    product.answers(INCOMING, Reply.status(503), Reply.twiml("<Hangup/>"));
    try (var plain = new StandIn(product, Optional.of(number("")))) {
      var call = plain.awaitReported(plain.ring(WAIT));
      assertThat(call.path("status").asText()).isEqualTo("failed");
    }
    assertThat(product.told(INCOMING)).hasSize(1);
  }

  @Test
  void a_repeated_request_has_the_same_token_and_signature() throws Exception {
    product.answers(INCOMING, Reply.status(503), Reply.status(502), Reply.twiml("<Hangup/>"));
    try (var asking = new StandIn(product, Optional.of(number("#rc=2&rp=5xx")))) {
      var callSid = asking.ring(WAIT);
      assertThat(asking.awaitReported(callSid).path("status").asText()).isEqualTo("completed");
      assertThat(asking.timeline(callSid, "webhook").getFirst().path("attempts").asInt())
          .isEqualTo(3);
    }
    var told = product.told(INCOMING);
    assertThat(told).hasSize(3);
    assertThat(told)
        .extracting(Told::idempotencyToken)
        .containsOnly(told.getFirst().idempotencyToken());
    assertThat(told).extracting(Told::signature).containsOnly(told.getFirst().signature());
  }

  @Test
  void a_slow_answer_is_repeated_when_the_address_says_so() throws Exception {
    product.answers(
        INCOMING,
        new Reply(200, "text/xml", "<Response/>", Duration.ofSeconds(2)),
        Reply.twiml("<Hangup/>"));
    try (var asking = new StandIn(product, Optional.of(number("#rc=1&rp=rt&rt=300")))) {
      var callSid = asking.ring(WAIT);
      assertThat(asking.awaitReported(callSid).path("status").asText()).isEqualTo("completed");
      assertThat(asking.timeline(callSid, "webhook").getFirst().path("attempts").asInt())
          .isEqualTo(2);
    }
  }

  @Test
  void all_attempts_share_the_total_time() throws Exception {
    product.answers(INCOMING, new Reply(200, "text/xml", "<Response/>", Duration.ofSeconds(5)));
    try (var asking = new StandIn(product, Optional.of(number("#rc=5&rp=rt&rt=300&tt=700")))) {
      var callSid = asking.ring(WAIT);
      asking.awaitReported(callSid);
      assertThat(asking.timeline(callSid, "webhook").getFirst().path("attempts").asInt())
          .isEqualTo(3);
      assertThat(asking.timeline(callSid, "application-error").getFirst().path("code").asInt())
          .isEqualTo(11205);
    }
  }

  @Test
  void an_attempt_does_not_outlast_the_total_time() throws Exception {
    product.answers(INCOMING, new Reply(200, "text/xml", "<Response/>", Duration.ofSeconds(5)));
    try (var asking = new StandIn(product, Optional.of(number("#rc=5&rp=rt&rt=4000&tt=600")))) {
      var callSid = asking.ring(WAIT);
      var webhook = asking.awaitEntry(callSid, "webhook");
      assertThat(webhook.path("attempts").asInt()).isEqualTo(1);
      assertThat(webhook.path("atMillis").asLong()).isBetween(600L, 1500L);
    }
  }

  @Test
  void the_fallback_of_the_number_is_asked_by_GET_with_what_went_wrong() throws Exception {
    product.answers(INCOMING, Reply.status(500));
    product.answers("/fallback", "<Hangup/>");
    try (var falling = new StandIn(product, Optional.of(withFallback(INCOMING)))) {
      var callSid = falling.ring(WAIT);

      assertThat(falling.awaitReported(callSid).path("status").asText()).isEqualTo("completed");
      var told = product.awaitTold("/fallback");
      assertThat(told.method()).isEqualTo("GET");
      assertThat(told.form())
          .containsEntry("CallSid", callSid)
          .containsEntry("To", StandIn.NUMBER)
          .containsEntry("ErrorCode", "11200")
          .containsEntry("ErrorUrl", product.address() + INCOMING);
      assertThat(told.signature())
          .isEqualTo(
              RequestSignature.of(
                  StandIn.ACCOUNT.authToken(),
                  URI.create(product.address() + "/fallback?" + told.rawQuery()),
                  new TreeMap<>()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | text/xml         | <Response><Dance/></Response> | 12200
          200 | application/json | {}                            | 12300
          404 | text/plain       | gone                          | 11200
          """)
  void an_answer_that_is_no_TwiML_leads_to_the_fallback_too(
      int status, String type, String body, String code) throws Exception {
    product.answers(INCOMING, new Reply(status, type, body, Duration.ZERO));
    product.answers("/fallback", "<Hangup/>");
    try (var falling = new StandIn(product, Optional.of(withFallback(INCOMING)))) {
      falling.awaitReported(falling.ring(WAIT));
    }
    assertThat(product.awaitTold("/fallback").form()).containsEntry("ErrorCode", code);
  }

  @Test
  void an_address_that_nobody_listens_at_leads_to_the_fallback() throws Exception {
    product.answers("/fallback", "<Hangup/>");
    try (var falling = new StandIn(product, Optional.of(withFallback(":1" + INCOMING)))) {
      falling.awaitReported(falling.ring(WAIT));
    }
    assertThat(product.awaitTold("/fallback").form()).containsEntry("ErrorCode", "11205");
  }

  @Test
  void a_fallback_that_fails_is_the_end() throws Exception {
    product.answers(INCOMING, Reply.status(500));
    product.answers("/fallback", Reply.status(403));
    try (var falling = new StandIn(product, Optional.of(withFallback(INCOMING)))) {
      var call = falling.awaitReported(falling.ring(WAIT));
      assertThat(call.path("status").asText()).isEqualTo("failed");
    }
    assertThat(product.told("/fallback")).hasSize(1);
  }

  @Test
  void the_functions_of_the_product_are_down_when_told_and_its_files_are_not() throws Exception {
    product.answers(INCOMING, "<Hangup/>");
    product.answers("/fallback", "<Hangup/>");
    try (var falling = new StandIn(product, Optional.of(withFallback(INCOMING)))) {
      falling
          .faults()
          .plan(
              "twilio-webhooks",
              new Fault(503, Duration.ZERO, Optional.empty()),
              Duration.ofMinutes(1));
      var call = falling.awaitReported(falling.ring(WAIT));
      assertThat(call.path("status").asText()).isEqualTo("completed");
    }
    assertThat(product.told(INCOMING)).isEmpty();
    assertThat(product.told(STATUS)).isEmpty();
    assertThat(product.awaitTold("/fallback").form()).containsEntry("ErrorCode", "11200");
  }

  @Test
  void a_status_callback_comes_twice_with_one_token_when_told() throws Exception {
    product.answers(INCOMING, "<Hangup/>");

    twilio.awaitReported(twilio.ring(WAIT, ",\"order\":\"twice\""));

    assertThat(statuses()).containsExactly("completed", "completed");
    assertThat(product.told(STATUS))
        .extracting(Told::idempotencyToken)
        .containsOnly(product.told(STATUS).getFirst().idempotencyToken());
  }

  @Test
  void a_status_callback_comes_late_when_told() throws Exception {
    product.answers(INCOMING, "<Hangup/>");

    var callSid = twilio.ring(WAIT, ",\"lagMillis\":600");
    twilio.awaitReported(callSid);

    long over = twilio.timeline(callSid, "ended").getFirst().path("atMillis").asLong();
    long told = twilio.timeline(callSid, "status-callback").getFirst().path("atMillis").asLong();
    assertThat(told - over).isBetween(600L, 1500L);
  }

  @Test
  void what_is_wrong_with_a_request_is_said() throws Exception {
    assertThat(twilio.post("/twilio/calls", "{\"script\":\"new-lead\"}").body())
        .contains("to is the number that is called");
    assertThat(
            twilio.post("/twilio/calls", "{\"to\":\"+14155550100\",\"script\":\"nobody\"}").body())
        .contains("There is no script nobody.");
    assertThat(twilio.get("/twilio/calls/CA0").path("message").asText())
        .isEqualTo("There is no such call.");
  }

  private NumberSettings number(String fragment) {
    return new NumberSettings(
        URI.create(product.address() + INCOMING + fragment),
        Map.of(),
        URI.create(product.address() + STATUS));
  }

  /** The number's voice address, from the root of the product or at another port. */
  private NumberSettings withFallback(String voice) {
    var host = voice.startsWith(":") ? "http://localhost" : product.address();
    return new NumberSettings(
        URI.create(host + voice),
        Map.of(StandIn.NUMBER, URI.create(product.address() + "/fallback")),
        URI.create(product.address() + STATUS));
  }

  private List<String> statuses() {
    return product.told(STATUS).stream().map(one -> one.form().get("CallStatus")).toList();
  }

  private List<String> verbs(String callSid) {
    return twilio.timeline(callSid, "verb").stream().map(one -> one.path("verb").asText()).toList();
  }
}
