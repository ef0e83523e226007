package com.hekax.phone.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.sandbox.speech.Hearing;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST interface against what Twilio publishes of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class RestApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String INCOMING = "/api/twilio/incoming";
  private static final String DANA = "+14155550140";
  private static final String WAIT = "[{\"wait\":60000}]";

  private FakeProduct product;
  private StandIn twilio;

  @BeforeEach
  void start() {
    product = new FakeProduct();
    twilio = new StandIn(product);
    product.answers(INCOMING, "<Pause length='1'/><Say>Hello</Say><Pause length='60'/>");
  }

  @AfterEach
  void stop() {
    twilio.close();
    product.close();
  }

  @Test
  void a_call_is_told_as_published() throws Exception {
    var callSid = talking();

    var got = twilio.rest("GET", "/Calls/" + callSid + ".json", Map.of());
    var listed = twilio.rest("GET", "/Calls.json", Map.of("PageSize", "1"));

    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(RestSchema.faultsIn(got.body(), "call")).isEmpty();
    assertThat(json(got).path("sid").asText()).isEqualTo(callSid);
    assertThat(json(got).path("status").asText()).isEqualTo("in-progress");
    assertThat(json(got).path("direction").asText()).isEqualTo("inbound");
    assertThat(json(got).path("duration").isNull()).isTrue();
    assertThat(RestSchema.faultsIn(listed.body(), "calls")).isEmpty();
    assertThat(json(listed).path("calls")).hasSize(1);
  }

  @Test
  void a_call_is_made_and_runs_what_it_is_given() throws Exception {
    product.answers("/hello", "<Hangup/>");
    twilio.phone(DANA, "{\"answers\":true,\"afterMillis\":200}");

    var made =
        twilio.rest(
            "POST",
            "/Calls.json",
            Map.of(
                "To",
                DANA,
                "From",
                StandIn.NUMBER,
                "Url",
                product.address() + "/hello",
                "StatusCallback",
                product.address() + "/leg",
                "StatusCallbackEvent",
                "initiated ringing answered completed"));

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(RestSchema.faultsIn(made.body(), "call")).isEmpty();
    var callSid = json(made).path("sid").asText();
    assertThat(twilio.awaitReported(callSid).path("status").asText()).isEqualTo("completed");
    assertThat(product.awaitTold("/hello").form())
        .containsEntry("Direction", "outbound-api")
        .containsEntry("CallStatus", "in-progress");
    assertThat(product.told("/leg"))
        .extracting(one -> one.form().get("CallStatus"))
        .containsExactly("initiated", "ringing", "in-progress", "completed");
  }

  @Test
  void a_call_that_nobody_answers_ends_so() throws Exception {
    var made =
        twilio.rest(
            "POST",
            "/Calls.json",
            Map.of("To", DANA, "From", StandIn.NUMBER, "Twiml", "<Response/>", "Timeout", "1"));

    var call = twilio.awaitReported(json(made).path("sid").asText());
    assertThat(call.path("status").asText()).isEqualTo("no-answer");
  }

  @Test
  void a_ringing_call_is_canceled_and_a_talking_one_is_not() throws Exception {
    var made =
        twilio.rest(
            "POST",
            "/Calls.json",
            Map.of("To", DANA, "From", StandIn.NUMBER, "Twiml", "<Response/>"));
    var callSid = json(made).path("sid").asText();

    var canceled = update(callSid, Map.of("Status", "canceled"));

    assertThat(canceled.statusCode()).isEqualTo(200);
    assertThat(json(canceled).path("status").asText()).isEqualTo("canceled");
    refused(update(talking(), Map.of("Status", "canceled")), 400, 21220);
  }

  @Test
  void a_call_that_is_over_is_not_updated() throws Exception {
    var callSid = talking();
    assertThat(json(update(callSid, Map.of("Status", "completed"))).path("status").asText())
        .isEqualTo("completed");

    refused(update(callSid, Map.of("Status", "completed")), 400, 21220);
    refused(update(callSid, Map.of("Twiml", "<Response/>")), 400, 21220);
  }

  @Test
  void a_call_that_still_rings_is_not_redirected() throws Exception {
    product.answers(INCOMING, "<Pause length='60'/>");
    var callSid = twilio.ring(WAIT);
    twilio.awaitEntry(callSid, "verb");

    refused(update(callSid, Map.of("Twiml", "<Response/>")), 400, 21220);
  }

  @Test
  void what_an_update_asks_for_is_one_thing() throws Exception {
    var callSid = talking();

    refused(update(callSid, Map.of("Twiml", "<Response/>", "Url", product.address())), 400, 20001);
    refused(update(callSid, Map.of("Status", "paused")), 400, 20001);
    refused(update(callSid, Map.of("Url", "/relative")), 400, 21205);
    refused(
        update(
            callSid, Map.of("Twiml", "<Response><Say>" + "x".repeat(4000) + "</Say></Response>")),
        400,
        20001);
    assertThat(json(update(callSid, Map.of())).path("status").asText()).isEqualTo("in-progress");
  }

  @Test
  void TwiML_of_an_update_has_absolute_addresses() throws Exception {
    var callSid = talking();

    update(callSid, Map.of("Twiml", "<Response><Redirect>/relative</Redirect></Response>"));

    twilio.awaitReported(callSid);
    assertThat(twilio.timeline(callSid, "application-error").getFirst().path("code").asInt())
        .isEqualTo(11100);
  }

  @ParameterizedTest
  @CsvSource({
    "To,   21201",
    "From, 21213",
    "Url,  21205",
  })
  void a_call_without_what_it_needs_is_not_made(String missing, int code) throws Exception {
    var form =
        new java.util.HashMap<>(
            Map.of("To", DANA, "From", StandIn.NUMBER, "Url", product.address()));
    form.remove(missing);

    refused(twilio.rest("POST", "/Calls.json", form), 400, code);
  }

  @Test
  void a_number_that_is_none_is_refused() throws Exception {
    refused(
        twilio.rest(
            "POST", "/Calls.json", Map.of("To", "Dana", "From", DANA, "Url", product.address())),
        400,
        21211);
  }

  @Test
  void what_is_not_there_is_not_found() throws Exception {
    refused(twilio.rest("GET", "/Calls/CA0.json", Map.of()), 404, 20404);
    refused(twilio.rest("GET", "/Conferences/CF0.json", Map.of()), 404, 20404);
    refused(twilio.rest("GET", "/Recordings/RE0.json", Map.of()), 404, 20404);
    refused(twilio.rest("GET", "/Calls", Map.of()), 404, 20404);
    refused(twilio.rest("GET", "/Messages.json", Map.of()), 404, 20404);
    refused(twilio.rest("DELETE", "/Calls.json", Map.of()), 405, 20004);
  }

  @Test
  void who_does_not_know_the_token_is_not_answered() throws Exception {
    var sid = StandIn.ACCOUNT.accountSid();

    refused(twilio.rest("GET", "/Calls.json", Map.of(), sid + ":wrong"), 401, 20003);
    refused(twilio.rest("GET", "/Calls.json", Map.of(), "AC1:token"), 401, 20003);
  }

  @ParameterizedTest
  @CsvSource({"429, 20429", "500, 20500", "503, 20503"})
  void it_fails_when_told_to(int status, int code) throws Exception {
    twilio
        .faults()
        .plan("twilio", new Fault(status, Duration.ZERO, Optional.of(2)), Duration.ofMinutes(1));

    var answer = twilio.rest("GET", "/Calls.json", Map.of());

    refused(answer, status, code);
    assertThat(answer.headers().firstValue("retry-after")).contains("2");
  }

  @Test
  void a_conference_is_joined_told_and_ended() throws Exception {
    product.answers(
        INCOMING,
        """
        <Dial action='/after'>
          <Conference statusCallback='/conference' endConferenceOnExit='true'
              statusCallbackEvent='start end join leave'>c_123</Conference>
        </Dial>
        """);
    product.answers("/after", "<Hangup/>");
    twilio.phone(DANA, "{\"answers\":true,\"says\":\"colleague-hello\"}");
    var callSid =
        twilio.ring("[{\"listen\":{\"quiet\":600}},{\"say\":\"ask-parking\"},{\"wait\":60000}]");
    twilio.awaitEntry(callSid, "conference-joined");

    var invited =
        twilio.rest(
            "POST",
            "/Conferences/c_123/Participants.json",
            Map.of("To", DANA, "From", StandIn.NUMBER, "Label", "agent"));

    assertThat(invited.statusCode()).isEqualTo(201);
    assertThat(RestSchema.faultsIn(invited.body(), "participant")).isEmpty();
    var guest = json(invited).path("call_sid").asText();
    twilio.awaitEntry(guest, "conference-joined");
    assertThat(twilio.awaitEntry(callSid, "heard").path("clip").asText())
        .isEqualTo("colleague-hello");
    assertThat(twilio.awaitEntry(guest, "heard").path("clip").asText()).isEqualTo("ask-parking");
    var conferences = twilio.rest("GET", "/Conferences.json", Map.of("FriendlyName", "c_123"));
    assertThat(RestSchema.faultsIn(conferences.body(), "conferences")).isEmpty();
    var conference = json(conferences).path("conferences").get(0);
    assertThat(conference.path("status").asText()).isEqualTo("in-progress");
    var sid = conference.path("sid").asText();
    var participants = twilio.rest("GET", "/Conferences/" + sid + "/Participants.json", Map.of());
    assertThat(RestSchema.faultsIn(participants.body(), "participants")).isEmpty();
    assertThat(json(participants).path("participants")).hasSize(2);

    var ended = twilio.rest("POST", "/Conferences/" + sid + ".json", Map.of("Status", "completed"));

    assertThat(RestSchema.faultsIn(ended.body(), "conference")).isEmpty();
    assertThat(json(ended).path("reason_conference_ended").asText())
        .isEqualTo("conference-ended-via-api");
    assertThat(product.awaitTold("/after").form()).containsEntry("DialCallStatus", "answered");
    twilio.awaitReported(callSid);
    twilio.awaitReported(guest);
    assertThat(product.told("/conference"))
        .extracting(one -> one.form().get("StatusCallbackEvent"))
        .contains("participant-join", "conference-start", "participant-leave", "conference-end");
  }

  @Test
  void a_muted_participant_is_not_heard() throws Exception {
    var callSid = twilio.ring(speaksInConference());
    var guest = guestOf(callSid);

    var muted = updateParticipant(callSid, Map.of("Muted", "true"));

    assertThat(RestSchema.faultsIn(muted.body(), "participant")).isEmpty();
    assertThat(json(muted).path("muted").asBoolean()).isTrue();
    assertThat(heardUntilKicked(callSid, guest)).isEmpty();
  }

  @Test
  void a_participant_on_hold_hears_nothing() throws Exception {
    var callSid = twilio.ring(speaksInConference());
    var guest = guestOf(callSid);

    var held = updateParticipant("agent", Map.of("Hold", "true"));

    assertThat(RestSchema.faultsIn(held.body(), "participant")).isEmpty();
    assertThat(json(held).path("hold").asBoolean()).isTrue();
    assertThat(heardUntilKicked(callSid, guest)).isEmpty();
  }

  @Test
  void a_participant_who_is_neither_is_heard() throws Exception {
    var callSid = twilio.ring(speaksInConference());
    var guest = guestOf(callSid);
    updateParticipant(callSid, Map.of("Muted", "true"));
    updateParticipant(callSid, Map.of("Muted", "false"));

    assertThat(heardUntilKicked(callSid, guest)).containsExactly("ask-parking");
  }

  @Test
  void recordings_are_listed_by_the_time_of_their_beginning_page_by_page() throws Exception {
    product.answers(INCOMING, "<Record action='/done' timeout='1'/>");
    product.answers("/done", "<Hangup/>");
    var steps = "[{\"listen\":{\"quiet\":300}},{\"say\":\"hello\"},{\"wait\":60000}]";
    var before = Instant.now().toString();
    twilio.awaitReported(twilio.ring(steps));
    twilio.awaitReported(twilio.ring(steps));

    var first =
        twilio.rest("GET", "/Recordings.json", Map.of("DateCreated%3E", before, "PageSize", "1"));
    var next = json(first).path("next_page_uri").asText();
    var second = twilio.rest("GET", next.substring(next.indexOf("/Recordings")), Map.of());
    var none =
        twilio.rest("GET", "/Recordings.json", Map.of("DateCreated%3E", Instant.now().toString()));

    assertThat(RestSchema.faultsIn(first.body(), "recordings")).isEmpty();
    assertThat(json(first).path("recordings")).hasSize(1);
    assertThat(json(second).path("recordings")).hasSize(1);
    assertThat(json(second).path("recordings").get(0).path("sid"))
        .isNotEqualTo(json(first).path("recordings").get(0).path("sid"));
    assertThat(json(second).path("next_page_uri").isNull()).isTrue();
    assertThat(next).contains("DateCreated%3E=");
    assertThat(json(none).path("recordings")).isEmpty();
    refused(
        twilio.rest("GET", "/Recordings.json", Map.of("DateCreated%3E", "yesterday")), 400, 20001);
  }

  @Test
  void a_recording_is_listed_told_and_deleted() throws Exception {
    product.answers(INCOMING, "<Record action='/done' timeout='1'/>");
    product.answers("/done", "<Hangup/>");
    var callSid =
        twilio.ring("[{\"listen\":{\"quiet\":300}},{\"say\":\"hello\"},{\"wait\":60000}]");
    var recordingSid = String.valueOf(product.awaitTold("/done").form().get("RecordingSid"));

    var listed = twilio.rest("GET", "/Calls/" + callSid + "/Recordings.json", Map.of());
    var got = twilio.rest("GET", "/Recordings/" + recordingSid + ".json", Map.of());

    assertThat(RestSchema.faultsIn(listed.body(), "recordings")).isEmpty();
    assertThat(json(listed).path("recordings")).hasSize(1);
    assertThat(RestSchema.faultsIn(got.body(), "recording")).isEmpty();
    assertThat(json(got).path("call_sid").asText()).isEqualTo(callSid);
    assertThat(
            twilio.rest("DELETE", "/Recordings/" + recordingSid + ".json", Map.of()).statusCode())
        .isEqualTo(204);
    refused(twilio.rest("GET", "/Recordings/" + recordingSid + ".json", Map.of()), 404, 20404);
  }

  @Test
  void a_number_is_the_accounts_until_it_is_released() throws Exception {
    var path = "/IncomingPhoneNumbers.json";
    var asked = Map.of("PhoneNumber", "+15005550042");

    var number = json(twilio.rest("GET", path, asked)).path("incoming_phone_numbers").path(0);
    assertThat(number.path("phone_number").asText()).isEqualTo("+15005550042");
    var own = "/IncomingPhoneNumbers/" + number.path("sid").asText() + ".json";
    assertThat(twilio.rest("DELETE", own, Map.of()).statusCode()).isEqualTo(204);

    assertThat(json(twilio.rest("GET", path, asked)).path("incoming_phone_numbers")).isEmpty();
    refused(twilio.rest("DELETE", own, Map.of()), 404, 20404);
  }

  private String speaksInConference() {
    product.answers(INCOMING, "<Dial><Conference>room</Conference></Dial>");
    return "[{\"wait\":1500},{\"say\":\"ask-parking\"},{\"wait\":60000}]";
  }

  private String guestOf(String callSid) throws Exception {
    twilio.phone(DANA, "{\"answers\":true}");
    twilio.awaitEntry(callSid, "conference-joined");
    var invited =
        twilio.rest(
            "POST",
            "/Conferences/room/Participants.json",
            Map.of("To", DANA, "From", StandIn.NUMBER, "Label", "agent"));
    var guest = json(invited).path("call_sid").asText();
    twilio.awaitEntry(guest, "conference-joined");
    return guest;
  }

  private HttpResponse<String> updateParticipant(String which, Map<String, String> form)
      throws Exception {
    return twilio.rest("POST", "/Conferences/room/Participants/" + which + ".json", form);
  }

  /** What the guest has heard once the caller has spoken; then it is put out. */
  private List<String> heardUntilKicked(String callSid, String guest) throws Exception {
    long end =
        twilio.awaitEntry(callSid, "said").path("atMillis").asLong()
            + twilio.awaitEntry(callSid, "said").path("millis").asLong()
            + Hearing.DEFAULT.silence().toMillis()
            + 300;
    Until.found(
        "the end of what was said", () -> Optional.of(age(callSid)).filter(millis -> millis > end));
    twilio.rest("DELETE", "/Conferences/room/Participants/agent.json", Map.of());
    twilio.awaitReported(guest);
    return twilio.timeline(guest, "heard").stream().map(one -> one.path("clip").asText()).toList();
  }

  /** How long a call has lasted. */
  private long age(String callSid) {
    var began = Instant.parse(twilio.call(callSid).path("createdAt").asText());
    return Duration.between(began, Instant.now()).toMillis();
  }

  private String talking() throws Exception {
    var callSid = twilio.ring(WAIT);
    Until.found(
        "the answer",
        () ->
            Optional.of(twilio.call(callSid))
                .filter(call -> call.path("status").asText().equals("in-progress")));
    return callSid;
  }

  private HttpResponse<String> update(String callSid, Map<String, String> form) throws Exception {
    return twilio.rest("POST", "/Calls/" + callSid + ".json", form);
  }

  private static void refused(HttpResponse<String> answer, int status, int code) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(RestSchema.faultsIn(answer.body(), "problem")).isEmpty();
    assertThat(json(answer).path("code").asInt()).as(answer.body()).isEqualTo(code);
    assertThat(json(answer).path("status").asInt()).isEqualTo(status);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return MAPPER.readTree(answer.body());
  }
}
