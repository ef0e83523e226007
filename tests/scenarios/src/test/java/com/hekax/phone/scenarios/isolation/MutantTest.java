package com.hekax.phone.scenarios.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.scenarios.TestProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every lock that can be seen from the database, made from the class files and the catalogue: that
 * it holds, and that the probes see each single place where it would not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // made before all tests
class MutantTest {
  private final List<DaoStatement> statements = DaoStatement.all(TestProduct.ROOT);
  private ProofDatabases databases;

  @BeforeAll
  void given_two_databases_that_differ_in_one_business() throws Exception {
    databases = ProofDatabases.open();
  }

  @AfterAll
  void close() throws Exception {
    databases.close();
  }

  @Test
  @SuppressWarnings("SystemOut") // The table is for whoever runs the tests.
  void every_hole_made_on_purpose_is_seen() throws Exception {
    var tally = new MutantTally();
    tally.plant(StatementMutants.of(statements, databases.statementProbes(), databases.other()));
    tally.plant(databases.policyMutants().all());
    tally.plant(RightMutants.of(databases.shared(), databases.schema(), rights()));
    System.out.println(tally.table());

    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.planted(Mutant.Lock.STATEMENT)).isEqualTo(mentions());
    assertThat(tally.planted(Mutant.Lock.POLICY)).isEqualTo(clausesOfPolicies());
    assertThat(tally.planted(Mutant.Lock.RIGHT)).isEqualTo(rightsNotGranted());
  }

  @Test
  void as_it_is_then_what_a_statement_does_is_the_same_whoever_else_is_there() throws Exception {
    var probes = databases.statementProbes();
    var leaks = new ArrayList<String>();
    var idle = new ArrayList<String>();
    for (var statement : statements) {
      if (!statement.crosses()) {
        var result = probes.run(statement.sql());
        result.leak().ifPresent(leak -> leaks.add(statement.name() + ": " + leak));
        if (!result.ran()) {
          idle.add(statement.name() + " was refused: " + result.refusals());
        }
      }
    }

    assertThat(leaks).isEmpty();
    assertThat(idle).as("statements that the probes cannot run").isEmpty();
  }

  @Test
  void as_it_is_then_no_table_shows_or_takes_what_is_anothers() throws Exception {
    var probes = new TableProbes(databases.app(), databases.self(), databases.other());
    for (var table : databases.policyMutants().tables()) {
      probes.run(table);
    }

    assertThat(probes.leaks()).isEmpty();
    assertThat(probes.probes()).isPositive();
  }

  @Test
  void as_it_is_then_a_role_has_the_rights_that_its_statements_need() throws Exception {
    var rights = rights();

    assertThat(rights.homeless()).isEmpty();
    assertThat(rights.unneeded())
        .as("rights that nothing uses; a known one stands in Grants with its reason")
        .isSubsetOf(Grants.WITHOUT_A_STATEMENT);
  }

  @Test
  void a_table_that_is_new_is_probed_and_found_open() throws Exception {
    try (var open = ProofDatabases.open();
        var statement = open.shared().createStatement()) {
      open.shared().setAutoCommit(true);
      statement.execute("create table forgotten (id uuid primary key, organization_id uuid)");
      statement.execute("grant select on forgotten to hekax_app");
      var schema = Schema.read(open.shared());
      var self = Tenant.create(open.shared(), schema, Marks.next());
      var other = Tenant.create(open.shared(), schema, Marks.next());
      var probes = new TableProbes(open.app(), self, other);
      for (var table : schema.isolated()) {
        probes.run(table);
      }

      assertThat(probes.leaks()).isNotEmpty().allMatch(leak -> leak.startsWith("forgotten: "));
      assertThat(new RightsProbes(open.shared(), schema, statements).unneeded())
          .contains("hekax_app may select forgotten");
    }
  }

  private RightsProbes rights() throws Exception {
    return new RightsProbes(databases.shared(), databases.schema(), statements);
  }

  /** Counted in all texts of all classes, of which each must be a statement. */
  private int mentions() {
    var texts = ConstantTexts.with(TestProduct.ROOT, DaoStatement.ORGANIZATION);
    texts.removeIf(text -> text.startsWith("select app.enter_organization(")); // What enters it.
    var known = statements.stream().map(DaoStatement::sql).collect(Collectors.toSet());
    // What several statements begin with is counted in each of them.
    texts.removeIf(
        text -> !known.contains(text) && known.stream().anyMatch(one -> one.startsWith(text)));
    assertThat(known).as("statements in annotations").containsAll(texts);
    return statements.stream()
        .filter(statement -> texts.contains(statement.sql()))
        .mapToInt(statement -> statement.sql().split(":organization\\b(?![.])", -1).length - 1)
        .sum();
  }

  /**
   * Each policy for functions has one clause or two, and each table under policies or with rows of
   * organizations is one more.
   */
  private int clausesOfPolicies() throws Exception {
    return count(
        """
        with held as (
          select polrelid, (polqual is not null)::int + (polwithcheck is not null)::int as clauses
            from pg_policy
           where 'hekax_app'::regrole::oid = any(polroles)
             and pg_get_expr(polqual, polrelid) is distinct from 'true')
        select sum(clauses)
               + (select count(*)
                    from pg_class
                   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                     and not relispartition
                     and (oid in (select polrelid from held)
                          or exists (select from pg_attribute
                                      where attrelid = oid and attname = 'organization_id')))
          from held
        """);
  }

  private int rightsNotGranted() throws Exception {
    return count(
        """
        select count(*)
          from pg_class, unnest(array['hekax_app', 'hekax_system']) as role,
               unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as wanted
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
           and relname <> 'schema_history'
           and not exists (
             select from aclexplode(relacl) as entry
              where entry.grantee = to_regrole(role)::oid and entry.privilege_type = wanted)
        """);
  }

  private int count(String sql) throws Exception {
    try (var statement = databases.shared().createStatement()) {
      var rows = statement.executeQuery(sql);
      rows.next();
      return rows.getInt(1);
    }
  }
}
