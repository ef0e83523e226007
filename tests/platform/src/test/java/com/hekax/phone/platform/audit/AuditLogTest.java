package com.hekax.phone.platform.audit;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.platform.tenancy.Role;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the log when rows change, whoever changes them and however. */
class AuditLogTest extends DatabaseTest {
  private static final String ADDRESS = "203.0.113.7";

  private final Database database = platform().database();
  private final LeadId lead = LeadId.create();

  @BeforeEach
  void given_an_empty_log() {
    sql("delete from leads");
    sql("delete from webhooks");
    acme();
    globex();
    sql("truncate audit_log");
  }

  /** The statements of a domain. */
  public interface LeadRows {
    @SqlUpdate(
        """
        insert into leads (id, organization_id, name, phone, email, stage, source, created_at, updated_at)
        values (:id, :organization, 'Maria Lopez', '+14155550132', 'maria@example.com', 'NEW', 'MANUAL', now(), now())
        """)
    void insert(OrganizationId organization, LeadId id);

    @SqlUpdate(
        "update leads set stage = :stage, phone = :phone where organization_id = :organization")
    void update(OrganizationId organization, String stage, String phone);

    @SqlUpdate(
        "update leads set updated_at = now(), version = version + 1 where organization_id = :organization")
    void touch(OrganizationId organization);

    @AcrossOrganizations("what a statement without an organization sees is to be shown")
    @SqlQuery("select action from audit_log order by id")
    List<String> actions();
  }

  @Route(value = "POST /api/things", needs = Permission.LEADS_WRITE)
  private static final class CreateThing extends ApiHandler {
    private final AuditLogTest test;

    CreateThing(AuditLogTest test) {
      this.test = test;
    }

    @Override
    protected ApiResponse handle(ApiRequest request) {
      test.addLead(request.organization());
      return ApiResponse.created("/api/things/1", Map.of("name", request.requestId()));
    }
  }

  private void addLead(OrganizationId organization) {
    database.useTransaction(organization, tx -> tx.dao(LeadRows.class).insert(organization, lead));
  }

  private void changeLead(String stage, String phone) {
    database.useTransaction(
        acme().id(), tx -> tx.dao(LeadRows.class).update(acme().id(), stage, phone));
  }

  private static void as(Principal principal, Runnable work) {
    LogContext.of("platform", "Test", "request-1")
        .run(
            () ->
                Acting.of(Optional.of(principal), ADDRESS)
                    .call(
                        () -> {
                          work.run();
                          return true;
                        }));
  }

  private List<Map<String, Object>> log() {
    return rows("select * from audit_log order by id");
  }

  private Map<String, Object> entry() {
    assertThat(log()).hasSize(1);
    return log().getFirst();
  }

  private List<String> actionsSeenBy(Organization organization) {
    return database.read(organization.id(), tx -> tx.dao(LeadRows.class).actions());
  }

  private static JsonNode json(Map<String, Object> row, String column) {
    return Json.tree(String.valueOf(row.get(column)));
  }

  @Nested
  class Given_a_request {
    private final TestFunction<CreateThing> create =
        function(() -> new CreateThing(AuditLogTest.this));

    @Test
    void when_it_changes_a_row_then_the_log_says_who_and_from_where_and_in_which_request() {
      var response = create.call(request().as(acme().agent()).json(Map.of("name", "x")));

      assertThat(entry())
          .containsEntry("organization_id", acme().id().value())
          .containsEntry("actor_kind", "PERSON")
          .containsEntry("actor_id", acme().agent().user().value())
          .containsEntry("action", "lead.created")
          .containsEntry("target_type", "lead")
          .containsEntry("target_id", lead.toString())
          .containsEntry("address", ADDRESS)
          .containsEntry("request_id", response.json().path("name").asText());
    }

    @Test
    void when_it_carries_an_idempotency_key_then_it_is_told_once() {
      var once =
          request()
              .as(acme().agent())
              .header("idempotency-key", "key-of-a-request")
              .json(Map.of("name", "x"));
      create.call(once);
      create.call(once);

      assertThat(entry()).containsEntry("actor_kind", "PERSON");
    }
  }

  @Nested
  class Given_actors_of_every_kind {

    @Test
    void when_a_program_changes_a_row_then_its_key_is_named() {
      var key = acme().key(Permission.LEADS_WRITE);
      as(key, () -> addLead(acme().id()));

      assertThat(entry())
          .containsEntry("actor_kind", "API_KEY")
          .containsEntry("actor_id", key.key().value());
    }

    @Test
    void when_the_receptionist_does_then_its_call_is_named() {
      var call = CallId.create();
      as(acme().ongoing(call), () -> addLead(acme().id()));

      assertThat(entry())
          .containsEntry("actor_kind", "ASSISTANT")
          .containsEntry("actor_id", call.value());
    }

    @Test
    void when_nobody_asked_for_it_then_it_is_the_system() {
      addLead(acme().id());

      assertThat(entry())
          .containsEntry("actor_kind", "SYSTEM")
          .containsEntry("actor_id", null)
          .containsEntry("address", null);
    }

    @Test
    void when_one_has_acted_on_the_connection_then_the_next_is_not_taken_for_it() {
      as(acme().agent(), () -> addLead(acme().id()));
      changeLead("WON", "+14155550132");

      assertThat(log().getLast())
          .containsEntry("actor_kind", "SYSTEM")
          .containsEntry("actor_id", null);
    }
  }

  @Nested
  class Given_a_change_of_some_fields {
    @BeforeEach
    void given() {
      addLead(acme().id());
      sql("truncate audit_log");
    }

    @Test
    void when_it_is_made_then_those_are_told_and_no_others() {
      changeLead("CONTACTED", "+14155550132");

      assertThat(entry()).containsEntry("action", "lead.updated");
      assertThat(json(entry(), "before")).isEqualTo(Json.tree("{\"stage\":\"NEW\"}"));
      assertThat(json(entry(), "after")).isEqualTo(Json.tree("{\"stage\":\"CONTACTED\"}"));
    }

    @Test
    void when_a_number_changes_then_it_is_told_apart_and_not_repeated() {
      changeLead("NEW", "+14155550177");

      assertThat(json(entry(), "before")).isEqualTo(Json.tree("{\"phone\":\"•••32\"}"));
      assertThat(json(entry(), "after")).isEqualTo(Json.tree("{\"phone\":\"•••77\"}"));
    }

    @Test
    void when_only_a_time_and_a_count_move_then_it_is_no_change() {
      database.useTransaction(acme().id(), tx -> tx.dao(LeadRows.class).touch(acme().id()));

      assertThat(log()).isEmpty();
    }

    @Test
    void when_the_transaction_is_undone_then_so_is_its_row_in_the_log() {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(),
                      tx -> {
                        tx.dao(LeadRows.class).update(acme().id(), "WON", "+14155550132");
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");

      assertThat(log()).isEmpty();
    }

    @Test
    void when_the_row_is_deleted_then_what_it_was_stands_masked_in_the_log() {
      sql("delete from leads");

      assertThat(entry()).containsEntry("action", "lead.deleted").containsEntry("after", null);
      assertThat(json(entry(), "before"))
          .isEqualTo(
              Json.tree(
                  """
                  {"name": "•••", "phone": "•••32", "email": "m•••@example.com", "stage": "NEW", "source": "MANUAL"}
                  """));
    }
  }

  @Nested
  class Given_a_secret_in_a_row {

    @Test
    void when_it_changes_then_the_log_says_that_it_did_and_nothing_of_it() {
      sql(
          """
          insert into webhooks (id, organization_id, url, event_types, secret, status, created_at)
          values (gen_random_uuid(), ?, 'https://example.com', '{CALL_ENDED}', 'sealed'::bytea, 'ACTIVE', now())
          """,
          acme().id().value());
      sql("update webhooks set secret = 'another'::bytea");

      assertThat(log()).hasSize(2);
      assertThat(json(log().getFirst(), "after").path("secret").asText()).isEqualTo("•••");
      assertThat(json(log().getLast(), "after")).isEqualTo(Json.tree("{\"secret\":\"•••\"}"));
    }
  }

  @Nested
  class Given_a_person_of_two_organizations {
    @BeforeEach
    void given() {
      sql(
          "insert into memberships values (?, ?, 'AGENT', now())",
          globex().id().value(),
          acme().agent().user().value());
      sql("truncate audit_log");
    }

    @AfterEach
    void leave() {
      sql(
          "delete from memberships where organization_id = ? and user_id = ?",
          globex().id().value(),
          acme().agent().user().value());
    }

    @Test
    void when_the_password_changes_then_both_learn_that_it_did() {
      platform()
          .systemDatabase()
          .useTransaction(
              tx -> tx.dao(PersonRows.class).setPassword(acme().agent().user().value()));

      assertThat(log())
          .extracting(row -> row.get("organization_id"))
          .containsExactlyInAnyOrder(acme().id().value(), globex().id().value());
      assertThat(log())
          .allSatisfy(
              row -> {
                assertThat(row)
                    .containsEntry("action", "person.updated")
                    .containsEntry("target_id", acme().agent().user().toString())
                    // Nobody was named, so it is the person's own doing.
                    .containsEntry("actor_kind", "PERSON")
                    .containsEntry("actor_id", acme().agent().user().value());
                assertThat(json(row, "after")).isEqualTo(Json.tree("{\"password_hash\":\"•••\"}"));
              });
    }

    @Test
    void when_the_system_says_who_acts_then_that_one_is_named() {
      as(
          acme().owner(),
          () ->
              platform()
                  .systemDatabase()
                  .useTransaction(
                      tx -> {
                        Audit.attribute(tx);
                        tx.dao(PersonRows.class).setPassword(acme().agent().user().value());
                      }));

      assertThat(log())
          .hasSize(2)
          .allSatisfy(
              row ->
                  assertThat(row)
                      .containsEntry("actor_id", acme().owner().user().value())
                      .containsEntry("address", ADDRESS)
                      .containsEntry("request_id", "request-1"));
    }
  }

  /** A statement of the system. */
  public interface PersonRows {
    @AcrossOrganizations("a person is no organization's")
    @SqlUpdate("update users set password_hash = md5(random()::text) where id = :user")
    void setPassword(UUID user);
  }

  @Nested
  class Given_the_logs_of_two_organizations {
    @BeforeEach
    void given() {
      as(acme().agent(), () -> addLead(acme().id()));
      sql(
          "insert into transfer_targets values (gen_random_uuid(), ?, 'Gus', '+14155550100', 1)",
          globex().id().value());
    }

    @AfterEach
    void clear() {
      sql("delete from transfer_targets");
    }

    @Test
    void when_one_reads_then_it_sees_its_own() {
      assertThat(actionsSeenBy(acme())).containsExactly("lead.created");
      assertThat(actionsSeenBy(globex())).containsExactly("transfer_target.created");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "update audit_log set action = 'nothing'",
          "delete from audit_log",
          "truncate audit_log",
          "insert into audit_log select * from audit_log",
          "select app.write_audit(app.current_organization(), 'a.b', 'a', 'b', null, null, null)",
          "select app.drop_expired_month_partitions()",
        })
    void when_a_function_rewrites_it_then_it_is_refused(String statement) throws SQLException {
      for (var role : List.of("hekax_app", "hekax_system")) {
        if (role.equals("hekax_system") && statement.contains("drop_expired")) {
          continue; // What the nightly job is for.
        }
        try (var connection =
                DriverManager.getConnection(platform().env().get("DB_URL"), role, "local");
            var sent = connection.createStatement()) {
          connection.setAutoCommit(false);
          sent.execute("select app.enter_organization('" + acme().id() + "')");
          assertThatThrownBy(() -> sent.execute(statement))
              .as(role)
              .hasMessageContaining("permission denied");
        }
      }
    }
  }

  @Nested
  class Given_something_that_changed_no_row {

    @Test
    void when_it_is_noted_then_it_stands_in_the_log_with_who_did_it() {
      as(
          acme().as(Role.ADMIN),
          () ->
              database.useTransaction(
                  acme().id(),
                  tx ->
                      Audit.note(
                          tx,
                          acme().id(),
                          "audit_log.exported",
                          acme().id().toString(),
                          Map.of("rows", 3))));

      assertThat(entry())
          .containsEntry("action", "audit_log.exported")
          .containsEntry("target_type", "audit_log")
          .containsEntry("actor_id", acme().as(Role.ADMIN).user().value());
      assertThat(json(entry(), "after")).isEqualTo(Json.tree("{\"rows\":3}"));
    }

    @Test
    void when_it_is_noted_in_anothers_log_then_it_is_refused() {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(),
                      tx -> Audit.note(tx, globex().id(), "session.refused", "x", Map.of())))
          .hasStackTraceContaining("The log of another organization");

      assertThat(log()).isEmpty();
    }

    @Test
    void when_the_system_notes_it_then_it_may_be_anybodys() {
      platform()
          .systemDatabase()
          .useTransaction(tx -> Audit.note(tx, globex().id(), "session.refused", "x", Map.of()));

      assertThat(entry()).containsEntry("organization_id", globex().id().value());
    }

    @Test
    void when_its_name_says_not_what_it_happened_to_then_it_is_a_mistake() {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(), tx -> Audit.note(tx, acme().id(), "exported", "x", Map.of())))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Given_several_changes_within_a_millisecond {

    @Test
    void when_they_are_read_by_id_then_they_come_in_the_order_in_which_they_were_made() {
      database.useTransaction(
          acme().id(),
          tx -> {
            var dao = tx.dao(LeadRows.class);
            dao.insert(acme().id(), lead);
            for (int i = 0; i < 50; i++) {
              dao.update(acme().id(), i % 2 == 0 ? "WON" : "LOST", "+141555501" + (10 + i));
            }
          });

      assertThat(log())
          .extracting(row -> json(row, "after").path("phone").asText())
          .containsExactlyElementsOf(
              Stream.concat(
                      Stream.of("•••32"), IntStream.range(0, 50).mapToObj(i -> "•••" + (10 + i)))
                  .toList());
    }
  }
}
