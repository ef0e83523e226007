package com.hekax.phone.scenarios.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.runner.lambda.ClassTransformer;
import com.hekax.phone.scenarios.Api;
import com.hekax.phone.scenarios.TestProduct;
import com.hekax.phone.start.Product;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Probes made from the route table and the schema, first on the product as it is, then with its
 * locks taken off one at a time: each is shown to hold alone what it is there to hold.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IsolationTest {
  private final List<ProbedRoute> routes = ProbedRoute.all(TestProduct.ROOT);
  private final StringBuilder report = new StringBuilder();
  private Path folder;

  /** What one run over all routes found. */
  private record Found(
      int probes, List<String> leaks, List<String> wrongRole, List<String> faults) {}

  @BeforeAll
  void given_a_folder() throws Exception {
    folder = TestProduct.folder();
  }

  @AfterAll
  @SuppressWarnings("SystemOut") // The table is for whoever runs the tests.
  void print_the_table() {
    System.out.println(report);
  }

  @Test
  void as_it_is_then_no_route_and_no_table_shows_anything_of_another_business() throws Exception {
    try (var product = TestProduct.start(folder, change -> change);
        var superuser = product.database().superuser(product.databaseName())) {
      var schema = Schema.read(superuser);
      var found = probeRoutes(product, superuser);
      int tableProbes = 0;
      var tableLeaks = new TreeSet<String>();
      try (var app =
          DriverManager.getConnection(
              product.database().url(product.databaseName()), "hekax_app", "")) {
        for (var table : schema.isolated()) {
          var probes = new TableProbes(app, tenant(superuser, schema), tenant(superuser, schema));
          probes.run(table);
          tableProbes += probes.probes();
          tableLeaks.addAll(probes.leaks());
        }
      }
      report.append(
          "%nIsolation: %d routes, %d tables, %d probes, %d leaks%n"
              .formatted(
                  routes.size(),
                  schema.isolated().size(),
                  found.probes() + tableProbes,
                  found.leaks().size() + found.wrongRole().size() + tableLeaks.size()));

      assertThat(found.leaks()).isEmpty();
      assertThat(found.wrongRole()).isEmpty();
      assertThat(found.faults()).isEmpty();
      assertThat(tableLeaks).isEmpty();
      assertThat(routes).isNotEmpty();
    }
  }

  @Test
  void without_row_level_security_then_statements_still_name_the_organization() throws Exception {
    var found = withoutRowSecurity(ClassTransformer.NONE);

    add("row-level security off", found);
    assertThat(found.leaks()).isEmpty();
    assertThat(found.wrongRole()).isEmpty();
  }

  @Test
  void without_the_organization_in_statements_then_row_level_security_holds() throws Exception {
    var found = with(Locks.withoutStatementPredicates());

    add("organization in statements off", found);
    assertThat(found.leaks()).isEmpty();
    assertThat(found.wrongRole()).isEmpty();
  }

  @Test
  void without_both_then_every_route_over_rows_leaks_and_only_rights_hold() throws Exception {
    var found = withoutRowSecurity(Locks.withoutStatementPredicates());

    add("both off", found);
    assertThat(routesIn(found.leaks())).containsAll(routesOverRows());
    assertThat(found.wrongRole()).isEmpty();
  }

  @Test
  void without_permissions_then_roles_leak_and_businesses_do_not() throws Exception {
    var found = with(Locks.withoutPermissions());

    add("permissions off", found);
    assertThat(found.leaks()).isEmpty();
    assertThat(routesIn(found.wrongRole())).isEqualTo(routesNotForAll());
  }

  @Test
  void the_system_role_reaches_only_the_tables_that_a_migration_opened_to_it() throws Exception {
    try (var product = TestProduct.start(folder, change -> change);
        var superuser = product.database().superuser(product.databaseName());
        var statement = superuser.createStatement()) {
      var opened = new TreeSet<String>();
      var reached = new TreeSet<String>();
      var policies =
          statement.executeQuery(
              "select tablename from pg_policies where policyname = 'system_rows' and roles ="
                  + " '{hekax_system}'");
      while (policies.next()) {
        opened.add(policies.getString(1));
      }
      var grants =
          statement.executeQuery(
              """
              select distinct relname from pg_class
               where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                 and has_table_privilege('hekax_system', oid, 'select, insert, update, delete')
              """);
      while (grants.next()) {
        reached.add(grants.getString(1));
      }
      reached.remove("plans"); // The same for all.
      assertThat(reached).isEqualTo(opened);
    }
  }

  private Found with(ClassTransformer transformer) throws Exception {
    try (var product = TestProduct.start(folder, runner -> runner.classTransformer(transformer));
        var superuser = product.database().superuser(product.databaseName())) {
      return probeRoutes(product, superuser);
    }
  }

  private Found withoutRowSecurity(ClassTransformer transformer) throws Exception {
    try (var product = TestProduct.start(folder, runner -> runner.classTransformer(transformer));
        var superuser = product.database().superuser(product.databaseName());
        var statement = superuser.createStatement()) {
      statement.execute("alter role hekax_app bypassrls");
      try {
        return probeRoutes(product, superuser);
      } finally {
        statement.execute("alter role hekax_app nobypassrls");
      }
    }
  }

  private Found probeRoutes(Product product, Connection superuser) throws Exception {
    var base = product.runner().baseUri();
    var schema = Schema.read(superuser);
    var tokens = new Tokens(folder, base.toString());
    var probes =
        new RouteProbes(Api.of(base), tokens, tenant(superuser, schema), tenant(superuser, schema));
    probes.run(routes, superuser, schema);
    return new Found(probes.probes(), probes.leaks(), probes.wrongRoleLeaks(), probes.faults());
  }

  private static Tenant tenant(Connection superuser, Schema schema) throws Exception {
    return Tenant.create(superuser, schema, Marks.next());
  }

  private void add(String what, Found found) {
    report.append(
        "  %-32s %4d probes, leaks to other businesses on %d routes, to wrong roles on %d routes%n"
            .formatted(
                what,
                found.probes(),
                routesIn(found.leaks()).size(),
                routesIn(found.wrongRole()).size()));
  }

  /** The routes that messages begin with. */
  private Set<String> routesIn(List<String> messages) {
    var named = new TreeSet<String>();
    for (var route : routes) {
      if (messages.stream().anyMatch(message -> message.startsWith(route.name() + " "))) {
        named.add(route.name());
      }
    }
    return named;
  }

  /**
   * Over one thing of the asker's own, or over what is the person's: without a lock the first is
   * anybody's and not everybody's, and the second still the person's.
   */
  private static final Set<String> ONE_OF_ONES_OWN =
      Set.of(
          "/api/me",
          "/api/me/organizations",
          "/api/me/sessions",
          "/api/me/sessions/{sessionId}",
          "/api/me/two-step",
          "/api/organization",
          "/api/organization/closing",
          "/api/receptionist",
          "/api/notifications/email/preferences",
          "/api/notifications/slack",
          "/api/notifications/slack/deliveries");

  /** Routes that name a row, or list rows. */
  private Set<String> routesOverRows() {
    var over = new TreeSet<String>();
    for (var route : routes) {
      boolean reaches = route.namesARow() || route.method().equals("GET");
      // A call reaches for no row: its credential says which call it is.
      if (route.needs() != Permission.CALL && reaches && !ONE_OF_ONES_OWN.contains(route.path())) {
        over.add(route.name());
      }
    }
    return over;
  }

  /**
   * Refuse by a rule of their own too: who asks must be above those whom they ask to join, and must
   * still be an owner to keep what an owner has closed.
   */
  private static final Set<String> HELD_TWICE =
      Set.of("POST /api/team/invitations", "DELETE /api/organization/closing");

  /** Routes that at least one role may not use, and only their permission says so. */
  private Set<String> routesNotForAll() {
    var not = new TreeSet<String>();
    for (var route : routes) {
      // The authorizer of calls lets no person in.
      if (route.needs() == Permission.CALL || HELD_TWICE.contains(route.name())) {
        continue;
      }
      for (var role : Role.values()) {
        if (!route.isForAllMembers() && !role.permissions().contains(route.needs())) {
          not.add(route.name());
        }
      }
    }
    return not;
  }
}
