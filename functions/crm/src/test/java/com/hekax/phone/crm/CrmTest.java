package com.hekax.phone.crm;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.crm.api.CreateCrmAuthorizationHandler;
import com.hekax.phone.crm.api.DeleteCrmConnectionHandler;
import com.hekax.phone.crm.api.GetCrmCallbackHandler;
import com.hekax.phone.crm.api.ListCrmConnectionsHandler;
import com.hekax.phone.crm.api.ListCrmDeliveriesHandler;
import com.hekax.phone.crm.api.ListCrmLinksHandler;
import com.hekax.phone.crm.job.ResendHubSpotJob;
import com.hekax.phone.crm.worker.SyncHubSpotWorker;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.sandbox.hubspot.HubSpot;
import com.hekax.phone.sandbox.hubspot.HubSpot.Shown;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * The base of tests of the CRM: HubSpot on a real socket, with a portal for Acme and one for
 * Globex, and the functions of the domain.
 */
@SuppressWarnings("this-escape") // No subclass has settings of its own.
public abstract class CrmTest extends DatabaseTest {
  protected static final long ACME_PORTAL = 1001;
  protected static final long GLOBEX_PORTAL = 2002;
  protected static final String PHONE = "+14155550132";

  protected final Sandbox sandbox = Sandbox.start(0, InstantSource.system());
  protected final HubSpot hubSpot = sandbox.hubSpot();

  protected final TestFunction<CreateCrmAuthorizationHandler> begin =
      function(CreateCrmAuthorizationHandler::new);
  protected final TestFunction<GetCrmCallbackHandler> callback =
      function(GetCrmCallbackHandler::new);
  protected final TestFunction<ListCrmConnectionsHandler> connections =
      function(ListCrmConnectionsHandler::new);
  protected final TestFunction<DeleteCrmConnectionHandler> delete =
      function(DeleteCrmConnectionHandler::new);
  protected final TestFunction<ListCrmDeliveriesHandler> deliveries =
      function(ListCrmDeliveriesHandler::new);
  protected final TestFunction<ListCrmLinksHandler> links = function(ListCrmLinksHandler::new);
  protected final TestFunction<SyncHubSpotWorker> worker = function(SyncHubSpotWorker::new);
  protected final TestFunction<ResendHubSpotJob> job = function(ResendHubSpotJob::new);

  /** A person on the way to HubSpot. */
  public record OnTheWay(String url, String cookie) {}

  @Override
  protected Map<String, String> moreSettings() {
    aws.secret("hubspot", Map.of("clientId", "our-app", "clientSecret", "our-secret"));
    return Map.of(
        "HUBSPOT_API_URL", sandbox.uri() + "/hubspot",
        "HUBSPOT_AUTH_URL", sandbox.uri() + "/hubspot");
  }

  @BeforeEach
  void given_no_connections() {
    for (var table :
        List.of(
            "crm_links",
            "crm_leads",
            "crm_calls",
            "crm_locks",
            "crm_authorizations",
            "crm_connections",
            "deliveries",
            "handled_events",
            "outbox")) {
      sql("delete from " + table);
    }
    for (long portal : List.of(ACME_PORTAL, GLOBEX_PORTAL)) {
      hubSpot.contacts(portal).forEach(contact -> hubSpot.removeContact(portal, contact.id()));
      hubSpot.uninstall(portal);
      hubSpot.calls(portal).forEach(call -> hubSpot.removeCall(portal, call.id()));
    }
    sandbox.faults().all().keySet().forEach(sandbox.faults()::clear);
    hubSpot.searchLag(Duration.ZERO);
    hubSpot.accessLife(Duration.ofMinutes(30));
    hubSpot.requestsPerTenSeconds(10_000);
  }

  @AfterAll
  void closeSandbox() {
    sandbox.close();
  }

  // ---- connecting ----

  /** Connects an organization's portal as its owner does. */
  protected void connect(Organization organization, long portal) {
    var answer = finish(allow(begin(organization.owner()), portal));
    assertThat(answer.header("location")).contains("/settings/integrations?connected=hubspot");
  }

  /** What a member gets who begins. */
  protected OnTheWay begin(Member member) {
    var answer = begin.call(request().as(member).json(Map.of("provider", "HUBSPOT")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return new OnTheWay(
        answer.json().path("authorizationUrl").asText(), answer.cookie("hekax_crm").orElseThrow());
  }

  /** A browser on its way back. */
  public record Back(Map<String, String> query, String cookie) {

    public Back withCookie(String other) {
      return new Back(query, other);
    }
  }

  protected Back allow(OnTheWay way, long portal) {
    return back(way, "&auto=true&portal=" + portal);
  }

  protected Back deny(OnTheWay way) {
    return back(way, "&auto=false");
  }

  /** Answers HubSpot's question and stops before our callback. */
  protected Back back(OnTheWay way, String answer) {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(way.url() + answer)).build();
      var response = client.send(request, BodyHandlers.ofString());
      var location = response.headers().firstValue("location").orElseThrow();
      assertThat(location).startsWith("https://phone.example.com/api/crm/callback?");
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
      request.cookie("hekax_crm", back.cookie());
    }
    return callback.call(request);
  }

  // ---- what happens in the business ----

  /** A lead that was captured on a call. */
  protected static LeadDetails lead(CallId call) {
    return lead("Maria Lopez", Optional.of(PHONE), Optional.empty(), Optional.of(call));
  }

  protected static LeadDetails lead(
      String name, Optional<String> phone, Optional<String> email, Optional<CallId> call) {
    var now = Instant.parse("2026-11-20T10:02:00Z");
    return new LeadDetails(
        LeadId.create(),
        name,
        phone,
        email,
        Optional.empty(),
        Optional.of("Chipped a front tooth & wants to be seen"),
        "NEW",
        call.isPresent() ? "CALL" : "MANUAL",
        call,
        Optional.empty(),
        now,
        now,
        1);
  }

  /** The same lead, changed. */
  protected static LeadDetails changed(
      LeadDetails lead, String name, Optional<String> email, Optional<String> company) {
    return new LeadDetails(
        lead.id(),
        name,
        lead.phone(),
        email,
        company,
        lead.need(),
        lead.stage(),
        lead.source(),
        lead.call(),
        lead.assignedTo(),
        lead.createdAt(),
        lead.updatedAt().plusSeconds(60),
        lead.version() + 1);
  }

  protected static LeadCaptured captured(Organization organization, LeadDetails lead) {
    return new LeadCaptured(UUID.randomUUID(), organization.id(), lead.createdAt(), lead);
  }

  protected static LeadUpdated updated(Organization organization, LeadDetails lead) {
    return new LeadUpdated(UUID.randomUUID(), organization.id(), lead.updatedAt(), lead);
  }

  protected static CallEnded ended(Organization organization, CallId call) {
    return new CallEnded(
        UUID.randomUUID(),
        organization.id(),
        Instant.parse("2026-11-20T10:03:10Z"),
        call,
        "INBOUND",
        Optional.of(PHONE),
        Optional.of("+14155550100"),
        "COMPLETED",
        Instant.parse("2026-11-20T10:00:00Z"),
        183);
  }

  // ---- what is seen of it ----

  protected List<Shown> contacts() {
    return hubSpot.contacts(ACME_PORTAL);
  }

  protected List<Shown> calls() {
    return hubSpot.calls(ACME_PORTAL);
  }

  /** The one contact of Acme's portal. */
  protected Shown contact() {
    assertThat(contacts()).hasSize(1);
    return contacts().getFirst();
  }

  protected Map<String, Object> link(LinkKind kind) {
    var rows = rows("select * from crm_links where kind = ?", kind.name());
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  /** HubSpot, or a part of it, fails with a status for a while. */
  protected void fail(String target, int status) {
    sandbox
        .faults()
        .plan(target, new Fault(status, Duration.ZERO, Optional.empty()), Duration.ofMinutes(5));
  }

  protected void failNoMore(String target) {
    sandbox.faults().clear(target);
  }

  /** Lets the time of all waits come, and the job run. */
  protected void afterAWhile() {
    sql(
        "update deliveries set next_attempt_at = now() - interval '1 second' where status = 'WAITING'");
    job.run();
  }
}
