package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.scenarios.Api;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks every route with API keys: one of another business, one without the scope, one with it
 * alone, and some that are good no more. And as a member whose organization asks for two-step
 * sign-in, and who has none.
 */
final class KeyProbes {
  /** With this scope alone a lead that somebody has is not changed. */
  private static final Set<String> RULES_OF_ITS_OWN = Set.of("PATCH /api/leads/{leadId}");

  private final ProvenProduct product;
  private final Tenant self;
  private final Tenant other;
  private final Tenant strict;
  private final String everything;
  private final Map<String, String> bad = new TreeMap<>();
  private final Map<Permission, String> alone = new EnumMap<>(Permission.class);
  private final Map<Permission, String> without = new EnumMap<>(Permission.class);
  private final List<String> findings = new ArrayList<>();
  private int probes;

  private KeyProbes(ProvenProduct product) throws SQLException {
    this.product = product;
    self = tenant();
    other = tenant();
    strict = tenant();
    var keys = new SampleKeys(product.superuser());
    everything = keys.ofAll(self);
    bad.put("with a key that has expired", keys.expired(self));
    bad.put("with a key that was removed", keys.removed(self));
    bad.put("with a key that never was", SampleKeys.invented());
    for (var scope : SampleKeys.scopes()) {
      var others = EnumSet.copyOf(SampleKeys.scopes());
      others.remove(scope);
      alone.put(scope, keys.of(self, EnumSet.of(scope)));
      without.put(scope, keys.of(self, others));
    }
    askForTwoSteps();
  }

  /** Some routes of a product. */
  static KeyProbes of(ProvenProduct product, List<ProbedRoute> routes)
      throws SQLException, GeneralSecurityException {
    var probes = new KeyProbes(product);
    for (var route : routes) {
      probes.ask(route);
    }
    return probes;
  }

  /** Answers that should have been others. */
  List<String> findings() {
    return List.copyOf(findings);
  }

  int probes() {
    return probes;
  }

  private void ask(ProbedRoute route) throws SQLException, GeneralSecurityException {
    for (var key : bad.entrySet()) {
      expectRefusal(route, key.getKey(), ask(route, key.getValue(), self));
    }
    if (product.pages().takesKeys(route.method(), route.path())) {
      askForKeys(route);
    } else {
      expectRefusal(route, "with a key", ask(route, everything, self));
    }
    askRestricted(route);
  }

  private void askForKeys(ProbedRoute route) throws SQLException {
    expectRefusal(route, "without its scope", ask(route, keyOf(without, route), self));
    askForAnothers(route);
    var answer = ask(route, keyOf(alone, route), self);
    boolean refused = answer.status() == 401 || answer.status() == 403;
    if (refused && !RULES_OF_ITS_OWN.contains(route.name())) {
      findings.add(route.name() + " does not let in its scope: " + answer);
    }
  }

  private void askForAnothers(ProbedRoute route) throws SQLException {
    var before = other.digest(product.superuser(), product.schema());
    var answer = ask(route, everything, other);
    if (route.namesARow() && answer.status() != 404) {
      findings.add(route.name() + " for another's row answered " + answer);
    }
    if (other.isShownIn(answer.body())) {
      findings.add(route.name() + " showed another's: " + answer);
    }
    if (!other.digest(product.superuser(), product.schema()).equals(before)) {
      findings.add(route.name() + " changed another's rows");
    }
  }

  private void askRestricted(ProbedRoute route) throws GeneralSecurityException {
    var answer = ask(route, product.tokens().of(strict, Role.OWNER), strict);
    if (route.needs() != Permission.OWN_ACCOUNT) {
      expectRefusal(route, "as a restricted member", answer);
    } else if (answer.status() == 401 || answer.status() == 403) {
      findings.add(route.name() + " keeps a member from their own account: " + answer);
    }
  }

  private Api.Answer ask(ProbedRoute route, String token, Tenant whose) {
    probes++;
    var answer =
        Api.of(product.product().runner().baseUri())
            .with(token)
            .send(
                route.method(),
                route.pathFor(whose),
                route.body().isEmpty() ? Optional.empty() : Optional.of(route.body()));
    if (answer.status() >= 500) {
      findings.add(route.name() + " answered " + answer);
    }
    return answer;
  }

  private void expectRefusal(ProbedRoute route, String how, Api.Answer answer) {
    if (answer.status() != 401 && answer.status() != 403) {
      findings.add(route.name() + " " + how + " answered " + answer.status());
    }
  }

  private static String keyOf(Map<Permission, String> keys, ProbedRoute route) {
    return Objects.requireNonNull(keys.get(route.needs()), route.name());
  }

  private Tenant tenant() throws SQLException {
    return Tenant.create(product.superuser(), product.schema(), Marks.next());
  }

  private void askForTwoSteps() throws SQLException {
    try (var statement =
        product
            .superuser()
            .prepareStatement(
                "update organizations set require_two_step = true where organization_id = ?")) {
      statement.setObject(1, strict.id().value());
      statement.executeUpdate();
    }
  }
}
