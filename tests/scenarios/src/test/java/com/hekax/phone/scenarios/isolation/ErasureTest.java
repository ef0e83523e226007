package com.hekax.phone.scenarios.isolation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Of a business that has something in every table nothing is left, and of the other one everything.
 * Made from the schema, so that a new table is erased or this fails.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // made before each test
class ErasureTest {
  private static final String GOES_WITH_THE_PERSON = "goes with the person";

  /** Tables that hold no organization's rows, and why nothing of one outlives it there. */
  private static final Map<String, String> OF_NO_ORGANIZATION =
      Map.ofEntries(
          entry("plans", "is the same for all"),
          entry("users", "go with the last organization they belong to"),
          entry("two_steps", GOES_WITH_THE_PERSON),
          entry("recovery_codes", GOES_WITH_THE_PERSON),
          entry("sign_in_challenges", GOES_WITH_THE_PERSON),
          entry("password_resets", GOES_WITH_THE_PERSON),
          entry("email_changes", GOES_WITH_THE_PERSON),
          entry("sign_in_attempts", "holds hashes, for a day"),
          entry("request_rates", "holds hashes, for minutes"),
          entry("recording_sweeps", "is of our account at Twilio"));

  private static final String RECEIPT = "organization_erasures";

  private ProofDatabases databases;
  private Connection superuser;
  private Connection system;
  private Tenant erased;
  private Tenant kept;

  @BeforeEach
  void given_two_businesses_with_something_in_every_table() throws Exception {
    databases = ProofDatabases.open();
    superuser = databases.shared();
    system = databases.system();
    erased = databases.self();
    kept = databases.other();
    for (var business : List.of(erased, kept)) {
      run("delete from " + RECEIPT + " where organization_id = '" + business.id() + "'");
      signsInWithTwoSteps(business);
    }
  }

  @AfterEach
  void close() throws Exception {
    databases.close();
  }

  @Test
  void when_one_is_erased_then_no_table_holds_anything_of_it_and_the_other_has_all()
      throws Exception {
    daysAreOver(erased);
    var before = kept.digest(superuser, databases.schema());

    var counts = erase(erased);

    assertThat(tablesWith(erased)).isEmpty();
    assertThat(kept.digest(superuser, databases.schema())).isEqualTo(before);
    assertThat(tablesWith(kept))
        .contains("users", "two_steps", "recovery_codes", "sign_in_challenges");
    for (var table : databases.schema().isolated()) {
      if (!table.name().equals(RECEIPT)) {
        assertThat(counts).containsKey(table.name());
      }
    }
    assertThat(counts).containsKeys("users", "two_steps", "recovery_codes");
  }

  @Test
  void when_a_person_belongs_to_both_then_they_stay_and_so_does_how_they_sign_in()
      throws Exception {
    var person = erased.member(Role.OWNER);
    run("insert into memberships values ('%s', '%s', 'AGENT', now())".formatted(kept.id(), person));
    daysAreOver(erased);

    erase(erased);

    assertThat(count("select count(*) from users where id = '%s'".formatted(person))).isOne();
    assertThat(count("select count(*) from two_steps where user_id = '%s'".formatted(person)))
        .isOne();
    assertThat(count("select count(*) from users where name like '%s%%'".formatted(erased.mark())))
        .isOne();
  }

  @Test
  void when_a_person_has_left_the_other_before_then_what_they_left_there_goes_too()
      throws Exception {
    var person = erased.member(Role.OWNER);
    run(
        """
        insert into sessions (id, organization_id, user_id, created_at, ended_at) values ('%1$s', '%2$s', '%3$s', now(), now());
        insert into refresh_tokens (token_hash, organization_id, session_id, issued_at, expires_at)
        values ('\\x0102', '%2$s', '%1$s', now(), now());
        insert into email_preferences (organization_id, user_id, event_types, updated_at)
        values ('%2$s', '%3$s', '{}', now())
        """
            .formatted(UUID.randomUUID(), kept.id(), person));
    daysAreOver(erased);

    erase(erased);

    // The other's log still tells what that person did there, by an id that leads nowhere.
    assertThat(tablesWith(erased)).containsExactly("audit_log");
    assertThat(
            count(
                "select count(*) from audit_log as one where one::text like '%%%s%%'"
                    .formatted(erased.mark())))
        .isZero();
    assertThat(count("select count(*) from sessions where user_id = '%s'".formatted(person)))
        .isZero();
  }

  @Test
  void when_its_days_are_not_over_then_the_database_erases_nothing_of_it() throws Exception {
    // Another one's being over is no reason.
    daysAreOver(kept);

    for (var closing :
        List.of(
            "begun_at = null, erases_at = now() - interval '1 day'",
            "begun_at = now(), erases_at = now() + interval '1 hour'")) {
      run(
          "update organization_closings set %s where organization_id = '%s'"
              .formatted(closing, erased.id()));
      var before = erased.digest(superuser, databases.schema());
      assertThatThrownBy(() -> erase(erased)).hasMessageContaining("is not to be erased");
      assertThatThrownBy(() -> eraseRest(erased)).hasMessageContaining("is not to be erased");
      assertThat(erased.digest(superuser, databases.schema())).isEqualTo(before);
    }
  }

  @Test
  void when_somebody_writes_a_receipt_for_one_that_goes_on_then_it_is_not_erased()
      throws Exception {
    runAs(
        system,
        """
        insert into organization_erasures
          (organization_id, requested_by, requested_at, begun_at, event_id, announced_at, erased_at)
        values ('%1$s', '%1$s', now(), now(), '%1$s', now(), now())
        """
            .formatted(erased.id()));

    assertThatThrownBy(() -> erase(erased)).hasMessageContaining("is not to be erased");
  }

  @Test
  void when_a_function_of_an_organization_erases_then_it_is_refused() throws Exception {
    daysAreOver(erased);

    for (var call :
        List.of(
            "select app.erase_some_of_organization('%s', 1)",
            "select app.erase_organization('%s')", "select app.erase_rows('%s', 1, '{leads}')")) {
      assertThatThrownBy(() -> runAs(databases.app(), call.formatted(erased.id())))
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(
            () -> runAs(system, "select app.erase_rows('%s', 1, '{leads}')".formatted(erased.id())))
        .hasMessageContaining("permission denied");
  }

  @Test
  void when_a_table_has_no_rule_then_nothing_is_erased_rather_than_it_forgotten() throws Exception {
    run("create table forgotten (id uuid primary key, organization_id uuid not null)");
    daysAreOver(erased);

    assertThatThrownBy(() -> erase(erased))
        .hasMessageContaining("The rows of forgotten cannot be erased");
  }

  @Test
  void a_table_of_no_organization_is_known_with_its_reason() {
    assertThat(databases.schema().tables())
        .filteredOn(table -> !table.holdsOrganizations())
        .extracting(Schema.Table::name)
        .containsExactlyInAnyOrderElementsOf(OF_NO_ORGANIZATION.keySet());
  }

  private void daysAreOver(Tenant business) throws SQLException {
    run(
        """
        update organization_closings set begun_at = now(), erases_at = now() - interval '1 second'
         where organization_id = '%s'
        """
            .formatted(business.id()));
  }

  private void signsInWithTwoSteps(Tenant business) throws SQLException {
    var person = business.member(Role.OWNER);
    run(
        """
        insert into two_steps (user_id, secret, created_at) values ('%1$s', '\\x01', now());
        insert into recovery_codes values ('%1$s', '\\x02');
        insert into sign_in_challenges values (sha256('%1$s'), '%1$s', now());
        insert into password_resets values ('%1$s', gen_random_uuid(), now(), now());
        insert into email_changes values ('%1$s', gen_random_uuid(), '%2$s@example.com', now(), now())
        """
            .formatted(person, business.mark()));
  }

  /** In small bits and then the rest, as the job does it; the rows that went, by table. */
  private Map<String, Integer> erase(Tenant business) throws SQLException {
    var counts = new TreeMap<String, Integer>();
    while (read(
        "select table_name, row_count from app.erase_some_of_organization('%s', 2)"
            .formatted(business.id()),
        counts)) {
      // Until nothing is left that goes bit by bit.
    }
    read(
        "select table_name, row_count from app.erase_organization('%s')".formatted(business.id()),
        counts);
    return counts;
  }

  private void eraseRest(Tenant business) throws SQLException {
    runAs(system, "select app.erase_organization('%s')".formatted(business.id()));
  }

  private boolean read(String sql, Map<String, Integer> counts) throws SQLException {
    boolean any = false;
    try (var statement = system.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        counts.merge(rows.getString(1), rows.getInt(2), Integer::sum);
        any = true;
      }
    }
    return any;
  }

  /** The tables in which a word, the id or a person of the business is found. */
  private List<String> tablesWith(Tenant business) throws SQLException {
    var traces = new ArrayList<String>();
    traces.add(business.mark());
    traces.add(HexFormat.of().formatHex(business.mark().getBytes(StandardCharsets.UTF_8)));
    traces.add(business.id().toString());
    for (var role : Role.values()) {
      traces.add(business.member(role).toString());
    }
    var found = new ArrayList<String>();
    for (var table : databases.schema().tables()) {
      var holds =
          traces.stream()
              .map("one::text like '%%%s%%'"::formatted)
              .reduce((one, other) -> one + " or " + other)
              .orElseThrow();
      if (!table.name().equals(RECEIPT)
          && count("select count(*) from %s as one where %s".formatted(table.name(), holds)) > 0) {
        found.add(table.name());
      }
    }
    return found;
  }

  private int count(String sql) throws SQLException {
    try (var statement = superuser.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void run(String sql) throws SQLException {
    runAs(superuser, sql);
  }

  private static void runAs(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
