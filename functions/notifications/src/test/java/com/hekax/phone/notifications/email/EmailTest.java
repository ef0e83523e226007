package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.ConnectionLost;
import com.hekax.phone.contracts.CrmSyncFailed;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.notifications.job.ResendEmailsJob;
import com.hekax.phone.notifications.worker.DeliverEmailsWorker;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.sandbox.mail.Message;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * The base of tests in which e-mail is sent: Resend on a real socket with everybody's mailbox, and
 * the functions that send. The owner and the admin of an organization are told until they choose.
 */
@SuppressWarnings("this-escape") // No subclass has settings of its own.
public abstract class EmailTest extends DatabaseTest {
  protected static final String OWNER = "owner@acme.example";
  protected static final String ADMIN = "admin@acme.example";
  protected static final String AGENT = "agent@acme.example";
  protected static final Instant NOON_IN_CHICAGO = Instant.parse("2026-11-20T18:00:00Z");

  protected final Sandbox sandbox = Sandbox.start(0, InstantSource.system());
  protected final TestFunction<DeliverEmailsWorker> worker = function(DeliverEmailsWorker::new);
  protected final TestFunction<ResendEmailsJob> job = function(ResendEmailsJob::new);
  private long mailBefore;

  @Override
  protected Map<String, String> moreSettings() {
    aws.secret("resend", Map.of("apiKey", "re_test"));
    return Map.of(
        "PUBLIC_URL", "https://phone.example.com",
        "RESEND_API_URL", sandbox.uri() + "/resend",
        "EMAIL_FROM", "HEKAX Phone <phone@hekax.example>");
  }

  @BeforeEach
  void given_no_mail() {
    sql("delete from deliveries");
    sql("delete from email_preferences");
    sql("delete from handled_events");
    sandbox.faults().all().keySet().forEach(sandbox.faults()::clear);
    sandbox.resend().requestsPerSecond(10_000);
    mailBefore = sandbox.mailbox().messages().size();
  }

  @AfterAll
  void closeSandbox() {
    sandbox.close();
  }

  /** What arrived in this test, newest first. */
  protected List<Message> mail() {
    var all = sandbox.mailbox().messages();
    return all.subList(0, (int) (all.size() - mailBefore));
  }

  /** What arrived in this test at one address. */
  protected List<Message> mailTo(String address) {
    return mail().stream().filter(message -> message.to().contains(address)).toList();
  }

  /** The one e-mail of this test to an address. */
  protected Message onlyMailTo(String address) {
    var mail = mailTo(address);
    if (mail.size() != 1) {
      throw new AssertionError(mail.size() + " e-mails to " + address);
    }
    return mail.getFirst();
  }

  /** Only this member of the organization is told of the types. */
  protected void only(Member member, EmailEventType... types) {
    for (var owner : List.of("OWNER", "ADMIN")) {
      sql(
          """
          insert into email_preferences
          select organization_id, user_id, '{}', now() from memberships
           where organization_id = ? and role = ?
          """,
          member.organization().value(),
          owner);
    }
    sql(
        """
        insert into email_preferences values (?, ?, cast(? as text[]), now())
        on conflict (organization_id, user_id) do update set event_types = excluded.event_types
        """,
        member.organization().value(),
        member.user().value(),
        "{" + String.join(",", List.of(types).stream().map(EmailEventType::name).toList()) + "}");
  }

  /** From now on Resend fails so, until the test ends. */
  protected void fault(String target, int status) {
    fault(target, new Fault(status, Duration.ZERO, Optional.empty()));
  }

  /** The same with a delay or a wait that is asked for. */
  protected void fault(String target, Fault fault) {
    sandbox.faults().plan(target, fault, Duration.ofHours(1));
  }

  /** The deliveries, oldest first. */
  protected List<Map<String, Object>> deliveries() {
    return rows("select * from deliveries order by id");
  }

  /** The one delivery. */
  protected Map<String, Object> delivery() {
    var rows = deliveries();
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " deliveries");
    }
    return rows.getFirst();
  }

  /** A time in a row that has one. */
  protected static Instant instant(Map<String, Object> row, String column) {
    return ((Timestamp) Objects.requireNonNull(row.get(column))).toInstant();
  }

  /** Lets the time of all waits come. */
  protected void afterAWhile() {
    sql(
        "update deliveries set next_attempt_at = now() - interval '1 second' where status = 'WAITING'");
  }

  protected static LeadCaptured leadCaptured(Organization organization) {
    return leadCaptured(organization, "Maria Lopez");
  }

  protected static LeadCaptured leadCaptured(Organization organization, String name) {
    var lead =
        new LeadDetails(
            LeadId.create(),
            name,
            Optional.of("+14155550132"),
            Optional.of("maria@example.com"),
            Optional.empty(),
            Optional.of("Chipped tooth"),
            "NEW",
            "CALL",
            Optional.of(CallId.create()),
            Optional.empty(),
            NOON_IN_CHICAGO,
            NOON_IN_CHICAGO,
            1);
    return new LeadCaptured(UUID.randomUUID(), organization.id(), NOON_IN_CHICAGO, lead);
  }

  protected static MessageTaken messageTaken(Organization organization) {
    return new MessageTaken(
        UUID.randomUUID(),
        organization.id(),
        NOON_IN_CHICAGO,
        CallId.create(),
        UUID.randomUUID(),
        "Please call back about Friday.",
        Optional.of("Maria Lopez"),
        Optional.of("+442071838750"),
        Optional.of("Dr. Chen"));
  }

  protected static VoicemailLeft voicemailLeft(Organization organization) {
    return new VoicemailLeft(
        UUID.randomUUID(),
        organization.id(),
        NOON_IN_CHICAGO,
        CallId.create(),
        UUID.randomUUID(),
        Optional.of("+14155550132"),
        65);
  }

  protected static ConnectionLost connectionLost(Organization organization) {
    return new ConnectionLost(
        UUID.randomUUID(),
        organization.id(),
        NOON_IN_CHICAGO,
        "HUBSPOT",
        "HubSpot does not accept our access any more.");
  }

  protected static CrmSyncFailed crmSyncFailed(Organization organization) {
    return new CrmSyncFailed(
        UUID.randomUUID(),
        organization.id(),
        NOON_IN_CHICAGO,
        "HUBSPOT",
        "HubSpot refuses it: Email address maria@ is invalid",
        Optional.of(LeadId.create()),
        Optional.empty());
  }
}
