package com.hekax.phone.notifications.slack;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.notifications.api.CreateSlackAuthorizationHandler;
import com.hekax.phone.notifications.api.DeleteSlackHandler;
import com.hekax.phone.notifications.api.GetSlackCallbackHandler;
import com.hekax.phone.notifications.api.GetSlackHandler;
import com.hekax.phone.notifications.api.ListSlackDeliveriesHandler;
import com.hekax.phone.notifications.job.ResendSlackJob;
import com.hekax.phone.notifications.worker.DeliverSlackWorker;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.sandbox.slack.Slack;
import com.hekax.phone.sandbox.slack.Slack.Shown;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * The base of tests of Slack: Slack on a real socket, with a workspace of its own for each business
 * and test, and the functions that deal with it.
 */
@SuppressWarnings("this-escape") // No subclass has settings of its own.
public abstract class SlackTest extends DatabaseTest {
  protected static final String PHONE = "+14155550132";

  protected final Sandbox sandbox = Sandbox.start(0, InstantSource.system());
  protected final Slack slack = sandbox.slack();

  protected final TestFunction<CreateSlackAuthorizationHandler> begin =
      function(CreateSlackAuthorizationHandler::new);
  protected final TestFunction<GetSlackCallbackHandler> callback =
      function(GetSlackCallbackHandler::new);
  protected final TestFunction<GetSlackHandler> connection = function(GetSlackHandler::new);
  protected final TestFunction<DeleteSlackHandler> delete = function(DeleteSlackHandler::new);
  protected final TestFunction<ListSlackDeliveriesHandler> deliveries =
      function(ListSlackDeliveriesHandler::new);
  protected final TestFunction<DeliverSlackWorker> worker = function(DeliverSlackWorker::new);
  protected final TestFunction<ResendSlackJob> job = function(ResendSlackJob::new);

  /** Acme's workspace, another one in each test. */
  protected String acmeTeam = team();

  /** That of Globex. */
  protected String globexTeam = team();

  /** A person on the way to Slack. */
  public record OnTheWay(String url, String cookie) {}

  /** A browser on its way back. */
  public record Back(Map<String, String> query, String cookie) {

    public Back withCookie(String other) {
      return new Back(query, other);
    }
  }

  @Override
  protected Map<String, String> moreSettings() {
    aws.secret("slack", Map.of("clientId", "our-app", "clientSecret", "our-secret"));
    return Map.of("SLACK_API_URL", sandbox.uri() + "/slack");
  }

  @BeforeEach
  void given_no_connections() {
    for (var table :
        List.of(
            "slack_doubts",
            "slack_authorizations",
            "slack_connections",
            "deliveries",
            "handled_events",
            "outbox")) {
      sql("delete from " + table);
    }
    acmeTeam = team();
    globexTeam = team();
    failNoMore();
    slack.rotation(false, Duration.ofHours(12));
    slack.messageBurst(100);
    slack.history(100, 100, Duration.ofMillis(10));
  }

  @AfterAll
  void closeSandbox() {
    sandbox.close();
  }

  private static String team() {
    return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  // ---- connecting ----

  /** Connects an organization's workspace as its owner does. */
  protected void connect(Organization organization, String team, String channel) {
    var answer = finish(allow(begin(organization.owner()), team, channel));
    assertThat(answer.header("location")).contains("/settings/integrations?connected=slack");
  }

  /** What a member gets who begins. */
  protected OnTheWay begin(Member member) {
    var answer = begin.call(request().as(member));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return new OnTheWay(
        answer.json().path("authorizationUrl").asText(),
        answer.cookie("hekax_slack").orElseThrow());
  }

  protected Back allow(OnTheWay way, String team, String channel) {
    return back(way, "&auto=true&team=%s&channel=%s".formatted(team, channel));
  }

  protected Back deny(OnTheWay way) {
    return back(way, "&auto=false");
  }

  /** Answers Slack's question and stops before our callback. */
  private static Back back(OnTheWay way, String answer) {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(way.url() + answer)).build();
      var response = client.send(request, BodyHandlers.ofString());
      var location = response.headers().firstValue("location").orElseThrow();
      assertThat(location)
          .startsWith("https://phone.example.com/api/notifications/slack/callback?");
      var query = new HashMap<String, String>();
      for (var pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
      return new Back(query, way.cookie());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  protected TestResponse finish(Back back) {
    var request = request();
    back.query().forEach(request::query);
    if (!back.cookie().isEmpty()) {
      request.cookie("hekax_slack", back.cookie());
    }
    return callback.call(request);
  }

  protected JsonNode connectionOf(Organization organization) {
    return connection.call(request().as(organization.owner())).json();
  }

  // ---- what happens in the business ----

  protected static LeadCaptured captured(Organization organization) {
    var now = Instant.parse("2026-11-20T10:02:00Z");
    var lead =
        new LeadDetails(
            LeadId.create(),
            "Maria Lopez",
            Optional.of(PHONE),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Chipped a front tooth & wants to be seen"),
            "NEW",
            "CALL",
            Optional.of(CallId.create()),
            Optional.empty(),
            now,
            now,
            1);
    return new LeadCaptured(UUID.randomUUID(), organization.id(), now, lead);
  }

  protected static MessageTaken taken(Organization organization) {
    return new MessageTaken(
        UUID.randomUUID(),
        organization.id(),
        Instant.parse("2026-11-20T10:02:00Z"),
        CallId.create(),
        UUID.randomUUID(),
        "Please call me back about the invoice",
        Optional.of("Ann Lee"),
        Optional.of(PHONE),
        Optional.of("Dr. Patel"));
  }

  protected static VoicemailLeft voicemail(Organization organization) {
    return new VoicemailLeft(
        UUID.randomUUID(),
        organization.id(),
        Instant.parse("2026-11-20T10:02:00Z"),
        CallId.create(),
        UUID.randomUUID(),
        Optional.empty(),
        83);
  }

  // ---- what is seen of it ----

  /** What people see in Acme's channel, oldest first. */
  protected List<Shown> seen() {
    return slack.messages(acmeTeam, "calls");
  }

  /** The one delivery that there is. */
  protected Map<String, Object> delivery() {
    var rows = rows("select * from deliveries");
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  /** Slack, or a part of it, fails with a status for a while. */
  protected void fail(String target, int status) {
    fail(target, status, Duration.ZERO);
  }

  /** The same, after a while; with status 0 the answer only comes late. */
  protected void fail(String target, int status, Duration delay) {
    var retryAfter = status == 429 ? Optional.of(7) : Optional.<Integer>empty();
    sandbox.faults().plan(target, new Fault(status, delay, retryAfter), Duration.ofMinutes(5));
  }

  protected void failNoMore() {
    sandbox.faults().all().keySet().forEach(sandbox.faults()::clear);
  }

  /** Lets the time of all waits come, and the job run. */
  protected void afterAWhile() {
    sql(
        "update deliveries set next_attempt_at = now() - interval '1 second' where status = 'WAITING'");
    job.run();
  }
}
