package com.hekax.phone.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.audit.AuditFilter;
import com.hekax.phone.fixtures.DatabaseTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans of the statement as the role of the functions has them, over 20,000 entries. */
class AuditEntryDaoTest extends DatabaseTest {
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+(?:\\.[a-zA-Z]+)?)");

  private static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @BeforeAll
  void given_20_000_entries_of_fifty_businesses() {
    sql(
        """
        insert into audit_log (id, organization_id, at, actor_kind, actor_id, action, target_type, target_id)
        select (substr(app.first_uuid(at)::text, 1, 24) || lpad(to_hex(n), 12, '0'))::uuid,
               case when n % 50 = 0 then ?::uuid else md5((n % 50)::text)::uuid end,
               at, 'PERSON', md5((n % 400)::text)::uuid,
               case when n % 500 < 2 then 'member.removed' else 'lead.updated' end, 'lead', 'lead ' || n % 4000
          from generate_series(1, 20000) as n,
               lateral (select now() - make_interval(secs => 20000 - n) as at) as moment
        """,
        acme().id().value());
    sql("analyze audit_log");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "filter.none,   none,            organization_id_id",
        "filter.actor,  md5('42')::uuid, organization_id_actor_id_id",
        "filter.action, 'member.removed'::text, organization_id_action_id",
        "filter.target, 'lead 42'::text,  organization_id_target_id_id",
      })
  void a_page_by_any_filter_is_read_from_the_index_that_is_for_it(
      String filter, String value, String index) throws SQLException {
    var plan = plan(Map.of(filter, value));

    assertThat(plan)
        .containsPattern(
            "(Index Scan using|Bitmap Index Scan on) %s_%s_idx ".formatted(newest(), index));
  }

  @Test
  void a_page_of_all_is_the_beginning_of_the_newest_months_and_nothing_is_sorted()
      throws SQLException {
    assertThat(plan(Map.of())).doesNotContain("Sort Key: audit_log.id");
  }

  @Test
  void a_time_that_is_asked_for_leaves_the_months_outside_of_it_unread() throws SQLException {
    var from =
        new AuditFilter(
            ALL.actor(),
            ALL.action(),
            ALL.target(),
            Optional.of(Instant.now().plusSeconds(86_400L * 62)),
            ALL.to());

    assertThat(plan(Map.of("filter.firstId", "'" + from.firstId() + "'"))).doesNotContain(newest());
  }

  private String newest() {
    return String.valueOf(
        rows("select max(tableoid::regclass::text) as name from audit_log").getFirst().get("name"));
  }

  /** The plan with values for its parameters; what has none is null. */
  private String plan(Map<String, String> values) throws SQLException {
    var all = new HashMap<String, String>();
    all.put("organization", "'" + acme().id() + "'");
    all.put("filter.firstId", "'" + ALL.firstId() + "'");
    all.put("filter.endId", "'" + ALL.endId() + "'");
    all.put("position.id", "'ffffffff-ffff-ffff-ffff-ffffffffffff'");
    all.put("limit", "51");
    all.putAll(values);
    var statement =
        PARAMETER.matcher(sql()).replaceAll(name -> all.getOrDefault(name.group(1), "null"));
    try (var connection = superuser()) {
      enter(connection);
      return explained(connection, statement);
    }
  }

  private static String sql() {
    return Arrays.stream(AuditEntryDao.class.getMethods())
        .map(method -> method.getAnnotation(SqlQuery.class))
        .map(SqlQuery::value)
        .findFirst()
        .orElseThrow();
  }

  /** As a function of Acme. */
  private void enter(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, "set local role hekax_app");
    execute(connection, "select app.enter_organization('" + acme().id() + "')");
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private static String explained(Connection connection, String statement) throws SQLException {
    try (var explain = connection.createStatement()) {
      var lines = explain.executeQuery("explain " + statement);
      var plan = new StringBuilder();
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
      return plan.toString();
    }
  }
}
