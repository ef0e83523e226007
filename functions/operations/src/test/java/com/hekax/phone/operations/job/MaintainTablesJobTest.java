package com.hekax.phone.operations.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.tenancy.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintainTablesJobTest extends DatabaseTest {
  private final TestFunction<MaintainTablesJob> job = function(MaintainTablesJob::new);

  @BeforeEach
  void given_empty_tables() {
    sql(
        "truncate outbox, handled_events, idempotency_keys, deliveries, delivery_attempts,"
            + " slack_doubts, slack_authorizations, live_tickets, live_connections, live_frames,"
            + " bridge_sessions, refresh_tokens, sessions, signups, invitations");
  }

  @ParameterizedTest
  @CsvSource({
    "outbox,           6 days 23 hours,  7 days 1 hour",
    "handled_events,   29 days 23 hours, 30 days 1 hour",
    "idempotency_keys, 23 hours,         25 hours",
    "deliveries,       29 days 23 hours, 30 days 1 hour",
    "slack_authorizations, -10 seconds,  10 seconds",
    "live_tickets,     -10 seconds,      10 seconds",
    "live_connections, -10 seconds,      10 seconds",
    "live_frames,      59 minutes,       61 minutes",
    "bridge_sessions,  23 hours,         25 hours",
    "refresh_tokens,   6 days 23 hours,  7 days 1 hour",
    "signups,          -10 seconds,      10 seconds",
    "invitations,      29 days 23 hours, 30 days 1 hour",
  })
  void rows_go_when_their_time_is_over_whoever_they_belong_to(
      String table, String young, String old) {
    insert(table, acme(), young);
    insert(table, acme(), old);
    insert(table, globex(), old);

    job.run();

    assertThat(rows("select organization_id from " + table))
        .containsExactly(Map.of("organization_id", acme().id().value()));
  }

  @ParameterizedTest
  @CsvSource({
    "password_resets,  expires_at,   -10 seconds,      10 seconds",
    "email_changes,    expires_at,   -10 seconds,      10 seconds",
    "sign_in_attempts, attempted_at, 23 hours,         25 hours",
  })
  void rows_of_people_go_when_their_time_is_over(
      String table, String column, String young, String old) {
    acme();
    sql("truncate password_resets, email_changes, sign_in_attempts");
    for (var age : List.of(young, old)) {
      sql(
          switch (table) {
            case "password_resets" ->
                """
                insert into password_resets (user_id, id, created_at, expires_at)
                select id, gen_random_uuid(), now(), now() - ?::interval from users
                 where email like case when ?::interval < '0' then 'owner@acme%' else 'agent@acme%' end
                """;
            case "email_changes" ->
                """
                insert into email_changes (user_id, id, email, created_at, expires_at)
                select id, gen_random_uuid(), '', now(), now() - ?::interval from users
                 where email like case when ?::interval < '0' then 'owner@acme%' else 'agent@acme%' end
                """;
            default ->
                """
                insert into sign_in_attempts (key, failures, attempted_at)
                values (decode(md5(random()::text), 'hex'), 1, now() - greatest(?::interval, ?::interval))
                """;
          },
          age,
          age);
    }

    job.run();

    assertThat(
            rows("select now() - %s < ?::interval as young from %s".formatted(column, table), old))
        .containsExactly(Map.of("young", true));
  }

  @Test
  void what_was_counted_goes_when_the_quota_is_there_again() {
    sql("truncate request_rates");
    sql("alter table request_rates disable trigger free");
    sql("insert into request_rates values (gen_random_uuid(), now() - interval '1 second')");
    sql("insert into request_rates values (gen_random_uuid(), now() + interval '1 minute')");

    job.run();

    assertThat(rows("select full_at > now() as counts from request_rates"))
        .containsExactly(Map.of("counts", true));
  }

  @Test
  void what_is_not_finished_stays_however_old_it_is() {
    insert("outbox", acme(), "1 year");
    sql("update outbox set published_at = null");
    insert("deliveries", acme(), "1 year");
    sql("update deliveries set status = 'WAITING', next_attempt_at = now()");

    job.run();

    assertThat(rows("select id from outbox")).hasSize(1);
    assertThat(rows("select id from deliveries")).hasSize(1);
  }

  @Test
  void more_than_a_batch_goes_in_one_run() {
    sql(
        """
        insert into outbox (id, organization_id, source, type, detail, occurred_at, published_at)
        select gen_random_uuid(), ?, 'hekax.test', 'Test', '{}', now(), now() - interval '8 days'
          from generate_series(1, 4500)
        """,
        acme().id().value());

    job.run();

    assertThat(rows("select id from outbox")).isEmpty();
  }

  @Test
  void a_missing_partition_of_a_coming_month_is_made_and_is_under_the_same_locks() {
    var partition =
        rows("select to_char(now() at time zone 'UTC' + interval '3 months', 'YYYYMM') as month")
            .getFirst()
            .get("month");
    sql("drop table call_legs_" + partition);

    job.run();

    assertThat(
            rows(
                "select relrowsecurity, relforcerowsecurity from pg_class where relname = ?",
                "call_legs_" + partition))
        .containsExactly(Map.of("relrowsecurity", true, "relforcerowsecurity", true));
  }

  @Test
  void a_month_of_the_audit_log_goes_once_all_of_it_is_a_year_old() {
    makeAuditMonth("14 months");
    makeAuditMonth("12 months");

    job.run();

    assertThat(auditMonthExists("14 months")).isFalse();
    assertThat(auditMonthExists("12 months")).isTrue();
  }

  @Test
  void a_month_of_calls_stays_however_old_it_is() {
    sql("call app.create_month_partition('call_legs', (now() - interval '3 years')::date)");

    job.run();

    assertThat(
            rows(
                "select from pg_class where relname = 'call_legs_' || to_char(now() - interval '3 years', 'YYYYMM')"))
        .hasSize(1);
  }

  private void makeAuditMonth(String ago) {
    sql(
        "call app.create_month_partition('audit_log', (now() at time zone 'UTC' - ?::interval)::date)",
        ago);
  }

  private boolean auditMonthExists(String ago) {
    return !rows(
            "select from pg_class where relname = 'audit_log_' || to_char(now() at time zone 'UTC' - ?::interval, 'YYYYMM')",
            ago)
        .isEmpty();
  }

  @Test
  void a_second_run_finds_nothing_to_do() {
    insert("outbox", acme(), "8 days");
    job.run();

    job.run();

    assertThat(rows("select id from outbox")).isEmpty();
  }

  /** A row that was finished, or ran out, so long ago. */
  private void insert(String table, Organization organization, String age) {
    var id = organization.id().value();
    switch (table) {
      case "outbox" ->
          sql(
              """
              insert into outbox (id, organization_id, source, type, detail, occurred_at, published_at)
              values (gen_random_uuid(), ?, 'hekax.test', 'Test', '{}', now(), now() - ?::interval)
              """,
              id,
              age);
      case "handled_events" ->
          sql(
              "insert into handled_events values (?, 'test', gen_random_uuid(), now() -"
                  + " ?::interval)",
              id,
              age);
      case "idempotency_keys" ->
          sql(
              """
              insert into idempotency_keys
                (organization_id, user_id, route, key, request_hash, status, created_at)
              values (?, gen_random_uuid(), 'POST /api/tests', ?, 'hash', 201, now() - ?::interval)
              """,
              id,
              age,
              age);
      case "deliveries" ->
          sql(
              """
              insert into deliveries
                (id, organization_id, consumer, target, event_id, event_type, event, status, created_at)
              values (gen_random_uuid(), ?, 'test', gen_random_uuid(), gen_random_uuid(), 'Test', '{}',
                      'FAILED', now() - ?::interval)
              """,
              id,
              age);
      case "slack_authorizations" ->
          sql(
              """
              insert into slack_authorizations (state_hash, organization_id, user_id, verifier_hash, expires_at)
              values (decode(md5(random()::text), 'hex'), ?, gen_random_uuid(), '', now() - ?::interval)
              """,
              id,
              age);
      case "live_tickets" ->
          sql(
              """
              insert into live_tickets (ticket_hash, organization_id, user_id, expires_at)
              select decode(md5(random()::text), 'hex'), organization_id, user_id, now() - ?::interval
                from memberships where organization_id = ? limit 1
              """,
              age,
              id);
      case "live_connections" ->
          sql(
              """
              insert into live_connections (connection_id, organization_id, user_id, connected_at, expires_at)
              select md5(random()::text), organization_id, user_id, now(), now() - ?::interval
                from memberships where organization_id = ? limit 1
              """,
              age,
              id);
      case "live_frames" ->
          sql(
              """
              insert into live_frames (organization_id, seq, type, at, data, created_at)
              select ?, count(*), 'lead.captured', now(), '{}', now() - ?::interval from live_frames
              """,
              id,
              age);
      case "bridge_sessions" ->
          sql(
              """
              insert into bridge_sessions
                (id, organization_id, call_id, call_sid, account_sid, token_hash, token_expires_at, created_at,
                 expires_at)
              values (gen_random_uuid(), ?, gen_random_uuid(), 'CA1', 'AC1',
                      decode(md5(random()::text), 'hex'), now(), now(), now() - ?::interval)
              """,
              id,
              age);
      case "signups" ->
          sql(
              """
              insert into signups
                (id, organization_id, email, name, password_hash, organization_name, time_zone, country, created_at,
                 expires_at)
              values (gen_random_uuid(), ?, '', '', '', '', '', '', now(), now() - ?::interval)
              """,
              id,
              age);
      case "invitations" ->
          sql(
              """
              insert into invitations
                (id, organization_id, email, role, invited_by, code_id, created_at, withdrawn_at, expires_at)
              values (gen_random_uuid(), ?, '', 'AGENT', gen_random_uuid(), gen_random_uuid(), now(), now(),
                now() - ?::interval)
              """,
              id,
              age);
      case "refresh_tokens" -> insertToken(organization, age);
      default -> throw new IllegalArgumentException(table);
    }
  }

  private void insertToken(Organization organization, String age) {
    var session = UUID.randomUUID();
    sql(
        "insert into sessions (id, organization_id, user_id, created_at) values (?, ?, ?, now())",
        session,
        organization.id().value(),
        Objects.requireNonNull(organization.members().get(Role.OWNER)).value());
    sql(
        """
        insert into refresh_tokens (token_hash, organization_id, session_id, issued_at, expires_at)
        values (decode(md5(random()::text), 'hex'), ?, ?, now(), now() - ?::interval)
        """,
        organization.id().value(),
        session,
        age);
  }
}
