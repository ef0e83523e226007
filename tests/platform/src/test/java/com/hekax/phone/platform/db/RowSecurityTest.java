package com.hekax.phone.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.platform.NotesTest;
import com.hekax.phone.platform.SampleEvents;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The lock that holds when all others were forgotten: what the database itself lets through. */
class RowSecurityTest extends NotesTest {
  private final Database database = platform().database();

  @BeforeEach
  void given_rows_of_two_organizations() {
    sql("delete from outbox");
    for (var organization : List.of(acme(), globex())) {
      sql("insert into notes values (?, ?)", organization.id().value(), organization.name());
      database.useTransaction(
          organization.id(),
          tx ->
              platform()
                  .outbox()
                  .add(tx, SampleEvents.captured(organization.id(), organization.name())));
    }
  }

  @Nested
  class Given_a_statement_that_forgets_its_organization {

    @Test
    void when_it_reads_in_a_transaction_then_it_sees_the_rows_of_that_one_alone() {
      assertThat(seenBy(acme())).containsExactly("Acme");
      assertThat(seenBy(globex())).containsExactly("Globex");
    }

    @Test
    void when_it_writes_then_it_changes_the_rows_of_that_one_alone() {
      int changed =
          database.inTransaction(acme().id(), tx -> tx.dao(NoteDao.class).updateAll("changed"));

      assertThat(changed).isOne();
      assertThat(notes()).containsExactly("Globex", "changed");
    }
  }

  @Nested
  class Given_a_transaction_of_Acme {

    @Test
    void when_it_inserts_a_row_of_Globex_then_it_is_refused_and_nothing_stays() {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(),
                      tx -> {
                        tx.dao(NoteDao.class).insert(acme().id(), "mine");
                        tx.dao(NoteDao.class).insert(globex().id(), "smuggled");
                      }))
          .hasStackTraceContaining("violates row-level security policy");

      assertThat(notes()).containsExactly("Acme", "Globex");
    }

    @Test
    void when_it_gives_its_row_to_Globex_then_it_is_refused() {
      assertThatThrownBy(
              () ->
                  database.inTransaction(
                      acme().id(), tx -> tx.dao(NoteDao.class).moveAll(globex().id())))
          .hasStackTraceContaining("violates row-level security policy");
    }
  }

  @Nested
  class Given_that_no_organization_was_entered {

    @Test
    void when_any_table_is_read_then_it_is_empty_and_no_error() throws SQLException {
      try (var connection = connect("hekax_app")) {
        // Plans are the same for all.
        assertThat(readableTables().stream().filter(table -> hasRows(connection, table)))
            .containsExactly("public.plans");
      }
    }

    @Test
    void when_a_row_is_inserted_then_it_is_refused() throws SQLException {
      try (var connection = connect("hekax_app")) {
        assertThatThrownBy(
                () -> run(connection, "insert into notes values (gen_random_uuid(), 'nobody')"))
            .hasMessageContaining("violates row-level security policy");
      }
    }

    @Test
    void when_a_transaction_of_Acme_has_used_the_connection_before_then_nothing_of_it_is_left() {
      try (var transactions = new Transactions(settings().connectAs("hekax_app"))) {
        var inAcme =
            transactions.run(new Entering("select app.enter_organization('%s')"), this::seen);
        var after = transactions.run(new Entering("select 1"), this::seen);

        assertThat(inAcme.notes()).containsExactly("Acme");
        assertThat(after.notes()).isEmpty();
        assertThat(after.connection()).isEqualTo(inAcme.connection());
      }
    }

    private Seen seen(Tx tx) {
      int pid = tx.handle().createQuery("select pg_backend_pid()").mapTo(Integer.class).one();
      return new Seen(tx.dao(NoteDao.class).findAll(), pid);
    }

    private record Seen(List<String> notes, int connection) {}

    /** A transaction that begins with a statement of the test's choice. */
    private final class Entering implements Transactions.Scope {
      private final String statement;

      Entering(String statement) {
        this.statement = statement;
      }

      @Override
      public void enter(Tx tx) {
        tx.handle().createQuery(statement.formatted(acme().id())).mapToMap().one();
      }

      @Override
      public boolean readOnly() {
        return false;
      }

      @Override
      public boolean mayJoin(Transactions.Scope outer) {
        return false;
      }
    }
  }

  @Nested
  class Given_the_tables_of_the_schema {

    @Test
    void when_a_table_names_an_organization_then_its_rows_are_locked_for_its_owner_too() {
      assertThat(
              rows(
                  """
                  select relname
                    from pg_class
                    join pg_attribute on attrelid = pg_class.oid and attname = 'organization_id'
                   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                     and not (relrowsecurity and relforcerowsecurity)
                  """))
          .isEmpty();
    }

    @Test
    void when_the_owner_reads_then_it_sees_no_organizations_rows() throws SQLException {
      try (var connection = connect("hekax_owner")) {
        assertThat(Stream.of("outbox", "memberships", "organizations", "users"))
            .noneMatch(table -> hasRows(connection, table));
      }
    }

    @Test
    void when_a_function_asks_for_a_hash_of_a_password_then_it_is_refused() throws SQLException {
      try (var connection = connect("hekax_app")) {
        assertThatThrownBy(() -> run(connection, "select password_hash from users"))
            .hasMessageContaining("permission denied");
      }
    }

    @Test
    void when_a_function_changes_an_event_then_it_is_refused() {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      acme().id(), tx -> tx.handle().execute("update outbox set type = 'Other'")))
          .hasStackTraceContaining("permission denied");
    }
  }

  @Nested
  class Given_the_role_of_the_system {

    @Test
    void when_it_reads_a_table_that_was_opened_to_it_then_it_sees_all_organizations() {
      var organizations =
          platform()
              .systemDatabase()
              .inTransaction(
                  tx ->
                      tx.handle()
                          .createQuery("select distinct organization_id::text from outbox")
                          .mapTo(String.class)
                          .list());

      assertThat(organizations)
          .containsExactlyInAnyOrder(acme().id().toString(), globex().id().toString());
    }

    @Test
    void when_it_reads_any_other_table_then_it_is_refused() throws SQLException {
      var opened = tables("select tablename from pg_policies where policyname = 'system_rows'");
      var closed =
          tables("select tablename from pg_tables where schemaname = 'public'").stream()
              .filter(table -> !opened.contains(table) && !table.equals("plans"))
              .toList();

      assertThat(closed).contains("notes", "leads", "webhooks", "schema_history");
      try (var connection = connect("hekax_system")) {
        for (var table : closed) {
          assertThatThrownBy(() -> run(connection, "select from " + table))
              .as(table)
              .hasMessageContaining("permission denied");
        }
      }
    }
  }

  private List<String> seenBy(Organization organization) {
    return database.read(organization.id(), tx -> tx.dao(NoteDao.class).findAll());
  }

  /** Tables and published views that a function may read. */
  private List<String> readableTables() {
    var tables =
        tables(
            """
            select relnamespace::regnamespace || '.' || relname
              from pg_class
             where relkind in ('r', 'p', 'v') and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
               and has_any_column_privilege('hekax_app', oid, 'select')
            """);
    assertThat(tables).contains("public.leads", "public.users", "accounts_read.members");
    return tables;
  }

  private List<String> tables(String query) {
    return rows(query).stream().map(row -> String.valueOf(row.values().iterator().next())).toList();
  }

  private DatabaseSettings settings() {
    return new DatabaseSettings(platform().env().get("DB_URL"), _ -> "local");
  }

  private Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(platform().env().get("DB_URL"), role, "local");
  }

  private static boolean hasRows(Connection connection, String table) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select from " + table + " limit 1")) {
      return rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
