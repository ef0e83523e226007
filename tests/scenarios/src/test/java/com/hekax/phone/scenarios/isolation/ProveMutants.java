package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.scenarios.Api;
import com.hekax.phone.scenarios.TestProduct;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./hekax prove isolation --mutants}: all probes on the product as it is, then every hole
 * that can be made in it, one after the other.
 */
public final class ProveMutants {
  private final List<DaoStatement> statements = DaoStatement.all(TestProduct.ROOT);
  private final List<String> leaks = new ArrayList<>();
  private final MutantTally tally = new MutantTally();
  private int probes;

  private ProveMutants() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(new ProveMutants().run() ? 0 : 1);
  }

  @SuppressWarnings("SystemOut") // The launcher's user reads it.
  private boolean run() throws Exception {
    int routes = probeRoutes();
    int tables;
    try (var databases = ProofDatabases.open()) {
      tables = databases.policyMutants().tables().size();
      probeTables(databases);
      probeStatements(databases);
      var rights = new RightsProbes(databases.shared(), databases.schema(), statements);
      tally.plant(StatementMutants.of(statements, databases.statementProbes(), databases.other()));
      tally.plant(databases.policyMutants().all());
      tally.plant(RightMutants.of(databases.shared(), databases.schema(), rights));
    }
    for (var to : List.of(Permission.SIGNED_IN, Permission.PUBLIC)) {
      try (var mutants = new PermissionMutants(TestProduct.folder(), to)) {
        tally.plant(mutants.all());
      }
    }
    System.out.printf(
        "%nProbed: %d routes, %d tables, %d statements, %d roles; %d probes, %d leaks%n%n",
        routes, tables, statements.size(), Role.values().length, probes, leaks.size());
    System.out.print(tally.table());
    System.out.printf("%nNo holes, each with its reason:%n%s", tally.excuses());
    leaks.forEach(leak -> System.out.println("Leak: " + leak));
    tally.wrong().forEach(mutant -> System.out.println("Mutant: " + mutant));
    return leaks.isEmpty() && tally.wrong().isEmpty();
  }

  private int probeRoutes() throws Exception {
    try (var product = ProvenProduct.start(TestProduct.folder(), change -> change)) {
      var superuser = product.superuser();
      var asker = Tenant.create(superuser, product.schema(), Marks.next());
      var other = Tenant.create(superuser, product.schema(), Marks.next());
      var base = product.product().runner().baseUri();
      var found = new RouteProbes(Api.of(base), product.tokens(), asker, other);
      found.run(product.routes(), superuser, product.schema());
      probes += found.probes();
      leaks.addAll(found.leaks());
      leaks.addAll(found.wrongRoleLeaks());
      return product.routes().size();
    }
  }

  private void probeTables(ProofDatabases databases) throws Exception {
    var found = new TableProbes(databases.app(), databases.self(), databases.other());
    for (var table : databases.policyMutants().tables()) {
      found.run(table);
    }
    probes += found.probes();
    leaks.addAll(found.leaks());
  }

  private void probeStatements(ProofDatabases databases) throws Exception {
    var found = databases.statementProbes();
    for (var statement : statements) {
      if (!statement.crosses()) {
        found.run(statement.sql()).leak().ifPresent(leak -> leaks.add(statement.name() + leak));
      }
    }
    probes += found.probes();
  }
}
