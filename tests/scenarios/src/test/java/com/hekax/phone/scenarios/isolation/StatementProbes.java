package com.hekax.phone.scenarios.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement does for one business must not depend on the rows of another, whatever it is
 * asked for, and must leave those as they are. So each is run in two databases that differ in
 * nothing but the other business, with no policy in the way: once with the asker's own ids and
 * words, once with the other's, and once with each single one of the other's.
 */
final class StatementProbes {
  private final Connection alone;
  private final Connection shared;
  private final Schema schema;
  private final Tenant self;
  private final Tenant other;
  private int probes;

  /**
   * Over two databases.
   *
   * @param alone where the asker is the only business; a superuser's connection, as the next
   * @param shared a copy of it, into which the other business came
   */
  StatementProbes(Connection alone, Connection shared, Schema schema, Tenant self, Tenant other) {
    this.alone = alone;
    this.shared = shared;
    this.schema = schema;
    this.self = self;
    this.other = other;
  }

  /** What all tries of a statement came to. */
  record Result(Optional<String> leak, boolean ran, Set<String> refusals) {}

  int probes() {
    return probes;
  }

  /** Tries a statement until something of the other shows. */
  Result run(String sql) throws SQLException {
    var ran = false;
    var refusals = new HashSet<String>();
    var text = new StatementText(sql);
    for (var situation : Situation.ALL) {
      try (var alone = trial(this.alone, text, situation);
          var shared = trial(this.shared, text, situation)) {
        for (var values : shared.fillings()) {
          probes++;
          var expected = alone.run(values);
          var found = shared.run(values);
          if (found.touchedOther() || expected.touchedOther() || !allowed(text, expected, found)) {
            return new Result(
                Optional.of("%s: %s instead of %s".formatted(situation, found, expected)),
                true,
                refusals);
          }
          ran |= found.state().isEmpty();
          found.state().ifPresent(refusals::add);
        }
      }
    }
    return new Result(Optional.empty(), ran, refusals);
  }

  private StatementTrial trial(Connection connection, StatementText text, Situation situation)
      throws SQLException {
    return new StatementTrial(connection, schema, self, other, text, situation);
  }

  /** A row that is there already may keep one from being added, whoever has it. */
  private static boolean allowed(
      StatementText text, StatementTrial.Outcome expected, StatementTrial.Outcome found) {
    return found.equals(expected)
        || (text.insertsInto().isPresent() && !expected.didNothing() && found.didNothing());
  }
}
