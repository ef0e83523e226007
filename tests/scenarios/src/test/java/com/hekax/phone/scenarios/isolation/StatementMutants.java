package com.hekax.phone.scenarios.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Each mention of the organization in each statement undone: a comparison with it that every row
 * passes, a row that is added for somebody else. No policy and no foreign key is in the way.
 */
final class StatementMutants {
  private static final Pattern COMPARED = Pattern.compile("(?:\\w+\\.)?organization_id = $");
  private static final Pattern MET_BY_ORGANIZATION =
      Pattern.compile(
          "on conflict \\([^)]*organization_id[^)]*\\)[^;]* do update\\b[^;]*$", Pattern.DOTALL);

  private static final String REFUSED =
      "the function that it calls refuses an organization whose days are not over";

  private static final Map<String, String> HELD_TWICE =
      Map.of(
          "CallTurnDao.findAfter (1)",
          "the turn that the page goes on after is looked for in the same organization",
          "CallTurnDao.findAfter (2)",
          "the page that follows the turn is of the same organization",
          "FactDao.search (1)",
          "the function that it calls compares with the organization that was entered",
          "ErasureDao.eraseSome (1)",
          REFUSED,
          "ErasureDao.eraseRest (1)",
          REFUSED);

  /** Of all statements. */
  static List<Mutant> of(List<DaoStatement> statements, StatementProbes probes, Tenant other) {
    var mutants = new ArrayList<Mutant>();
    for (var statement : statements) {
      int place = 0;
      for (var found : DaoStatement.ORGANIZATION.matcher(statement.sql()).results().toList()) {
        var before = statement.sql().substring(0, found.start());
        var changed = undone(before, other) + statement.sql().substring(found.end());
        var name = "%s (%d)".formatted(statement.name(), ++place);
        mutants.add(
            new Mutant(
                Mutant.Lock.STATEMENT,
                name,
                excuse(name, before),
                () -> probes.run(changed).leak()));
      }
    }
    return List.copyOf(mutants);
  }

  private static String undone(String before, Tenant other) {
    var compared = COMPARED.matcher(before);
    return compared.find()
        ? before.substring(0, compared.start()) + "(" + compared.group() + ":organization or true)"
        : before + "cast('" + other.id() + "' as uuid)";
  }

  private static Optional<String> excuse(String name, String before) {
    return MET_BY_ORGANIZATION.matcher(before).find()
        ? Optional.of("the row that is met has the organization of the row that is added")
        : Optional.ofNullable(HELD_TWICE.get(name));
  }

  private StatementMutants() {}
}
