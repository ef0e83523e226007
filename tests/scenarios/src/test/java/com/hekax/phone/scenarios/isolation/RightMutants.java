package com.hekax.phone.scenarios.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Each right on each table that a role does not have, granted. Whether policies would hide the rows
 * is not asked: a right that nothing needs is one too many.
 */
final class RightMutants {
  /** One for each role, table and right. */
  static List<Mutant> of(Connection superuser, Schema schema, RightsProbes probes)
      throws SQLException {
    var mutants = new ArrayList<Mutant>();
    for (var table : schema.tables()) {
      for (var role : RightsProbes.ROLES) {
        for (var right : RightsProbes.RIGHTS) {
          if (!probes.has(role, table.name(), right)) {
            mutants.add(
                new Mutant(
                    Mutant.Lock.RIGHT,
                    "%s may %s %s".formatted(role, right, table.name()),
                    () -> planted(superuser, probes, role, table.name(), right)));
          }
        }
      }
    }
    return List.copyOf(mutants);
  }

  private static Optional<String> planted(
      Connection superuser, RightsProbes probes, String role, String table, String right)
      throws SQLException {
    superuser.setAutoCommit(false);
    var before = superuser.setSavepoint();
    try (var statement = superuser.createStatement()) {
      statement.execute("grant %s on %s to %s".formatted(right, table, role));
      return probes.needs(role, table, right)
          ? Optional.empty()
          : Optional.of("no statement needs it");
    } finally {
      superuser.rollback(before);
    }
  }

  private RightMutants() {}
}
