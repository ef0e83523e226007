package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.scenarios.Api;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks every route as nobody, as somebody with too few rights, and for what belongs to another
 * business; then looks at the answers, and at whether the other's rows are still what they were.
 */
final class RouteProbes {
  private final Api nobody;
  private final Tokens tokens;
  private final Tenant self;
  private final Tenant other;
  private final List<String> leaks = new ArrayList<>();
  private final List<String> wrongRoleLeaks = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int probes;

  RouteProbes(Api nobody, Tokens tokens, Tenant self, Tenant other) {
    this.nobody = nobody;
    this.tokens = tokens;
    this.self = self;
    this.other = other;
  }

  int probes() {
    return probes;
  }

  /** Answers to nobody, and answers that showed or changed what is another's. */
  List<String> leaks() {
    return List.copyOf(leaks);
  }

  /** Answers to members whose role does not allow it. */
  List<String> wrongRoleLeaks() {
    return List.copyOf(wrongRoleLeaks);
  }

  /** Answers of 500 and above. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  void run(List<ProbedRoute> routes, Connection superuser, Schema schema)
      throws GeneralSecurityException, SQLException {
    var before = other.digest(superuser, schema);
    for (var route : routes) {
      asNobody(route);
      if (route.needs() == Permission.CALL) {
        asCall(route);
      } else {
        asWrongKind(route, "with the credential of a call", self.callCredential());
        for (var role : Role.values()) {
          asMember(route, role);
        }
      }
      var after = other.digest(superuser, schema);
      if (!after.equals(before)) {
        leaks.add(route.name() + " changed the other's rows");
        before = after;
      }
    }
    forgetAttempts(superuser);
  }

  /** So many refused sign-ins would keep everybody out who comes from this address. */
  private static void forgetAttempts(Connection superuser) throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute("delete from sign_in_attempts");
    }
  }

  private void asNobody(ProbedRoute route) throws GeneralSecurityException {
    expectRefusal(route, "without a token", ask(route, nobody, self));
    expectRefusal(route, "with garbage for a token", ask(route, nobody.with("garbage"), self));
    expectRefusal(
        route,
        "with an expired token",
        ask(route, nobody.with(tokens.expired(self, Role.OWNER)), self));
    expectRefusal(
        route,
        "with a forged token",
        ask(route, nobody.with(tokens.forged(self, Role.OWNER)), self));
  }

  /** A call may ask for itself; no person may, and no call for another. */
  private void asCall(ProbedRoute route) throws GeneralSecurityException {
    for (var role : Role.values()) {
      asWrongKind(route, "as " + role, tokens.of(self, role));
    }
    var call =
        nobody
            .with(self.callCredential())
            .withHeader("idempotency-key", java.util.UUID.randomUUID().toString());
    if (route.namesARow()) {
      var foreign = ask(route, call, other);
      if (foreign.status() != 404) {
        leaks.add(route.name() + " for another's call answered " + foreign);
      }
    }
    var own = ask(route, call, self);
    if (own.status() == 401 || own.status() == 403) {
      faults.add(route.name() + " does not let the call itself in: " + own);
    }
  }

  private void asWrongKind(ProbedRoute route, String how, String token) {
    expectRefusal(route, how, ask(route, nobody.with(token), self));
  }

  private void asMember(ProbedRoute route, Role role) throws GeneralSecurityException {
    var member = nobody.with(tokens.of(self, role));
    boolean allowed = route.isForAllMembers() || role.permissions().contains(route.needs());
    // The other's first: a route that deletes would leave nothing to ask for.
    if (route.namesARow()) {
      var foreign = ask(route, member, other);
      if (foreign.status() != (allowed ? 404 : 403)) {
        (allowed ? leaks : wrongRoleLeaks)
            .add(route.name() + " as " + role + " for another's row answered " + foreign.status());
      }
    }
    var own = ask(route, member, self);
    if (!allowed && own.status() != 403) {
      wrongRoleLeaks.add(route.name() + " as " + role + " answered " + own.status());
    }
  }

  private Api.Answer ask(ProbedRoute route, Api as, Tenant whose) {
    probes++;
    var answer =
        as.send(
            route.method(),
            route.pathFor(whose),
            route.body().isEmpty() ? Optional.empty() : Optional.of(route.body()));
    if (other.isShownIn(answer.body())) {
      leaks.add(route.name() + " showed the other: " + answer.body());
    }
    if (answer.status() >= 500) {
      faults.add(route.name() + " answered " + answer);
    }
    return answer;
  }

  private void expectRefusal(ProbedRoute route, String how, Api.Answer answer) {
    if (answer.status() != 401 && answer.status() != 403) {
      leaks.add(route.name() + " " + how + " answered " + answer.status());
    }
  }
}
