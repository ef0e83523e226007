package com.hekax.phone.telephony;

import static com.hekax.phone.telephony.TwilioPost.callSid;
import static com.hekax.phone.telephony.TwilioPost.inbound;
import static com.hekax.phone.telephony.TwilioPost.incoming;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestAws;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.telephony.api.CreateBridgeSessionHandler;
import com.hekax.phone.telephony.webhook.AfterDialWebhook;
import com.hekax.phone.telephony.webhook.AfterStreamWebhook;
import com.hekax.phone.telephony.webhook.CallStatusWebhook;
import com.hekax.phone.telephony.webhook.IncomingCallWebhook;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * The base of tests of calls: Acme and Globex have a number each, a receptionist that was told what
 * to say, and Acme has two people who can be rung.
 */
@SuppressWarnings("this-escape") // Functions are made as fields, when all they need is there.
public abstract class TelephonyTest extends DatabaseTest {
  protected static final String ACME_NUMBER = "+15005550001";
  protected static final String GLOBEX_NUMBER = "+15005550002";
  protected static final String CALL = callSid(1);
  protected static final String STREAM = "MZ" + "0".repeat(31) + "1";
  protected static final String OTHER_STREAM = "MZ" + "0".repeat(31) + "2";
  protected static final String DANA = "+14155550171";
  protected static final String ANA = "+14155550172";

  /** Twilio's REST API, which does what it is asked unless a test says otherwise. */
  protected final TwilioRest twilio = new TwilioRest();

  protected final TestFunction<IncomingCallWebhook> incomingCall =
      function(IncomingCallWebhook::new);
  protected final TestFunction<AfterStreamWebhook> afterStream = function(AfterStreamWebhook::new);
  protected final TestFunction<AfterDialWebhook> afterDial = function(AfterDialWebhook::new);
  protected final TestFunction<CallStatusWebhook> callStatus = function(CallStatusWebhook::new);
  protected final TestFunction<CreateBridgeSessionHandler> exchange =
      function(CreateBridgeSessionHandler::new);

  @Override
  protected Map<String, String> moreSettings() {
    return Map.of(
        "MEDIA_URL",
        "wss://media.example.com/media",
        "TWILIO_API_URL",
        twilio.uri(),
        "FALLBACK_BUCKET",
        TestAws.BUCKET);
  }

  @AfterAll
  void close() {
    twilio.close();
  }

  @BeforeEach
  void given_numbers_receptionists_and_people_and_no_calls() {
    twilio.reset();
    for (var table :
        List.of(
            "bridge_sessions",
            "call_transfers",
            "voicemails",
            "call_legs",
            "call_leg_sids",
            "recording_sweeps",
            "outbox",
            "idempotency_keys",
            "transfer_targets",
            "business_hours",
            "receptionist_snapshots",
            "organization_closings",
            "phone_numbers")) {
      sql("delete from " + table);
    }
    number(acme(), ACME_NUMBER);
    number(globex(), GLOBEX_NUMBER);
    receptionist(acme());
    receptionist(globex());
    person(acme(), "Dana Bright", DANA, 1);
    person(acme(), "Ana Silva", ANA, 2);
  }

  private void number(Organization business, String number) {
    sql(
        "insert into phone_numbers values (?, ?, ?, 'Main', now())",
        TimeOrderedUuid.next(),
        business.id().value(),
        number);
  }

  private void receptionist(Organization business) {
    sql(
        "insert into receptionist_snapshots values (?, 1, ?::jsonb, now())",
        business.id().value(),
        Json.write(
            Map.of(
                "version",
                1,
                "language",
                "en",
                "greeting",
                "Hello from " + business.name(),
                "resumedGreeting",
                "Nobody could take the call at " + business.name())));
  }

  protected void person(Organization business, String name, String number, int position) {
    sql(
        "insert into transfer_targets values (?, ?, ?, ?, ?)",
        TimeOrderedUuid.next(),
        business.id().value(),
        name,
        number,
        position);
  }

  /** What Twilio is told when somebody calls Acme. */
  protected Twiml rings() {
    return Twiml.of(incomingCall.call(incoming(CALL, ACME_NUMBER).signed()));
  }

  /** A call that the bridge has been let into. */
  protected Talking talking() {
    var twiml = rings();
    return talking(twiml.session(), twiml.token());
  }

  protected Talking talking(String session, String token) {
    var answer = exchange.call(stream(token).request());
    assertThat(answer.status()).isEqualTo(201);
    return new Talking(session, answer.json());
  }

  /** A stream of the call, and what the bridge was told. */
  protected record Talking(String session, JsonNode told) {
    public String credential() {
      return told.path("credential").asText();
    }
  }

  protected static StreamShown stream(String token) {
    return new StreamShown(token, CALL, TwilioPost.ACCOUNT, STREAM, "/media", "/media");
  }

  /**
   * What the bridge shows for a stream.
   *
   * @param path that it says the stream came to
   * @param signedPath that Twilio signed
   */
  protected record StreamShown(
      String token,
      String callSid,
      String accountSid,
      String streamSid,
      String path,
      String signedPath) {

    public StreamShown of(String otherCallSid, String otherAccountSid) {
      return new StreamShown(token, otherCallSid, otherAccountSid, streamSid, path, signedPath);
    }

    public StreamShown at(String otherPath, String otherSignedPath) {
      return new StreamShown(token, callSid, accountSid, streamSid, otherPath, otherSignedPath);
    }

    public StreamShown opening(String otherStreamSid) {
      return new StreamShown(token, callSid, accountSid, otherStreamSid, path, signedPath);
    }

    public TestRequest request() {
      return request(TwilioPost.sign("wss://media.example.com" + signedPath, TwilioPost.TOKEN));
    }

    public TestRequest request(String signature) {
      return TestRequest.request()
          .json(
              Map.of(
                  "token", token,
                  "callSid", callSid,
                  "accountSid", accountSid,
                  "streamSid", streamSid,
                  "upgrade", Map.of("path", path, "signature", signature)));
    }
  }

  /** What Twilio is told once a stream of the call is over. */
  protected Twiml streamEnds(String session) {
    return Twiml.of(
        afterStream.call(
            incoming(CALL, ACME_NUMBER).to("after-stream?session=" + session).signed()));
  }

  /** What Twilio is told once nobody is rung any more. */
  protected Twiml dialEnds(String transfer, String status) {
    return Twiml.of(afterDial.call(dialEnd(transfer, status).signed()));
  }

  protected static TwilioPost dialEnd(String transfer, String status) {
    return incoming(CALL, ACME_NUMBER)
        .to("after-dial?transfer=" + transfer)
        .with("CallStatus", "in-progress")
        .with("DialCallStatus", status);
  }

  protected void callEnds() {
    TestResponse noted =
        callStatus.call(inbound(CALL, ACME_NUMBER, "completed").with("CallDuration", "9").signed());
    assertThat(noted.status()).isEqualTo(204);
  }

  /** The call at Acme, as a route sees it that it asks. */
  protected OngoingCall ongoing() {
    return acme()
        .ongoing(
            new CallId(
                (UUID)
                    requireNonNull(
                        rows("select call_id from call_leg_sids where call_sid = ?", CALL)
                            .getFirst()
                            .get("call_id"))));
  }

  /** Events of a type, whether or not the bus has them yet, oldest first. */
  protected List<JsonNode> announced(String type) {
    return rows("select detail::text as detail from outbox where type = ? order by id", type)
        .stream()
        .map(row -> Json.tree(requireNonNull(row.get("detail")).toString()))
        .toList();
  }

  protected static final String HANG_UP = "<Response><Hangup/></Response>";

  /** Its owners have closed it, and may still keep it. */
  protected void closing(Organization business) {
    sql(
        "insert into organization_closings values (?, ?, now(), now() + interval '30 days')",
        business.id().value(),
        business.owner().user().value());
  }

  /** A plan without an assistant. */
  protected void withoutAssistant(Organization business) {
    sql("delete from receptionist_snapshots where organization_id = ?", business.id().value());
  }
}
