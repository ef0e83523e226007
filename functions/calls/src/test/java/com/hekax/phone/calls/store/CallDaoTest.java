package com.hekax.phone.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.fixtures.DatabaseTest;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans of the statements as the role of the functions has them, over 20,000 calls. */
class CallDaoTest extends DatabaseTest {
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+(?:\\.[a-zA-Z]+)?)");
  private static final String LEAD = "019a0000-0000-7000-8000-00000000f00d";

  @BeforeAll
  void given_20_000_calls_of_two_businesses() {
    sql(
        """
        insert into calls
          (id, organization_id, direction, from_number, status, started_at, outcome, lead_id)
        select (substr(app.first_uuid(at)::text, 1, 24) || lpad(to_hex(n), 12, '0'))::uuid,
               case when n % 2 = 0 then ?::uuid else ?::uuid end,
               case when n % 100 < 2 then 'OUTBOUND' else 'INBOUND' end,
               '+1415555' || lpad((n % 5000)::text, 4, '0'),
               case when n > 19990 then 'IN_PROGRESS' when n % 50 < 2 then 'BUSY' else 'COMPLETED' end,
               at,
               case when n % 70 < 2 then 'TRANSFERRED' else 'ANSWERED' end,
               case when n % 1000 = 0 then ?::uuid end
          from generate_series(1, 20000) as n,
               lateral (select now() - make_interval(mins => 20000 - n) as at) as moment
        """,
        acme().id().value(), globex().id().value(), LEAD);
    sql("analyze calls");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          filter.none        | none          | organization_id_started_at_id
          filter.status      | BUSY          | organization_id_status_started_at_id
          filter.outcome     | TRANSFERRED   | organization_id_outcome_started_at_id
          filter.direction   | OUTBOUND      | organization_id_direction_started_at_id
          filter.caller      | +14155550042  | organization_id_from_number_started_at_id
          filter.leadId      | 019a0000-0000-7000-8000-00000000f00d | organization_id_lead_id_started_at_id
          filter.live        | true          | organization_id_started_at_id_idx1
          filter.startedFrom | 2026-11-24T00:00:00Z | organization_id_started_at_id
          """)
  void a_page_by_any_filter_is_read_from_the_index_that_is_for_it(
      String filter, String value, String index) throws Exception {
    var plan = plan(CallDao.class, "findPage", Map.of(filter, "'" + value + "'"));

    // What the others hold is nothing, which needs no index.
    assertThat(partitionsWithRows())
        .isNotEmpty()
        .allSatisfy(
            partition ->
                assertThat(plan)
                    .containsPattern("Index Scan using %s_%s(_idx)? ".formatted(partition, index)));
  }

  @Test
  void the_rows_of_one_call_are_read_by_the_primary_key_of_one_partition() throws Exception {
    for (var dao : new Class<?>[] {CallTurnDao.class, CallEventDao.class}) {
      assertThat(plan(dao, "findFirst", Map.of()))
          .containsPattern("_pkey")
          .doesNotContain("Append")
          .doesNotContain("Seq Scan");
    }
  }

  @Test
  void one_call_is_read_from_one_partition() throws Exception {
    assertThat(plan(CallDao.class, "find", Map.of()))
        .containsPattern("_pkey")
        .doesNotContain("Append");
  }

  @Test
  void another_domain_reads_the_calls_of_the_organization_alone() throws Exception {
    try (var connection = superuser()) {
      enter(connection);
      try (var statement = connection.createStatement()) {
        var answer =
            statement.executeQuery(
                "select count(*), count(distinct organization_id) from calls_read.calls");
        answer.next();
        assertThat(answer.getInt(1)).isEqualTo(10_000);
        assertThat(answer.getInt(2)).isEqualTo(1);
      }
    }
  }

  private List<String> partitionsWithRows() {
    return rows(
            "select tableoid::regclass::text as name from calls group by 1 having count(*) > 500")
        .stream()
        .map(partition -> String.valueOf(partition.get("name")))
        .toList();
  }

  /** The plan of a DAO's statement with values for its parameters; what has none is null. */
  private String plan(Class<?> dao, String method, Map<String, String> values) throws SQLException {
    // Of now, because a month without a partition has no rows to be read.
    var call = "'" + CallId.create() + "'";
    var all = new HashMap<String, String>();
    all.put("organization", "'" + acme().id() + "'");
    all.put("call", call);
    all.put("id", call);
    all.put("position.time", "'9999-12-31T00:00:00Z'");
    all.put("position.id", "'ffffffff-ffff-ffff-ffff-ffffffffffff'");
    all.put("limit", "51");
    all.putAll(values);
    var statement =
        PARAMETER
            .matcher(sql(dao, method))
            .replaceAll(name -> all.getOrDefault(name.group(1), "null"));
    try (var connection = superuser()) {
      enter(connection);
      return explained(connection, statement);
    }
  }

  private static String sql(Class<?> dao, String method) {
    return Arrays.stream(dao.getMethods())
        .filter(one -> one.getName().equals(method))
        .map((Method one) -> one.getAnnotation(SqlQuery.class))
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
