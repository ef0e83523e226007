package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.scenarios.Api;
import com.hekax.phone.start.Product;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two new businesses whose members ask at random for what is theirs and for what is not. They take
 * turns; while one asks, no row of the other may change, and no answer may show anything of it.
 */
final class RandomRound {
  static final int REQUESTS_A_TURN = 50;
  static final int TURNS = 8;

  private final Product product;
  private final Connection superuser;
  private final Schema schema;
  private final List<ProbedRoute> routes;
  private final ApiPages pages;
  private final Tokens tokens;
  private final Quiet quiet;
  private final RandomGenerator random;
  private final Findings findings = new Findings();

  RandomRound(ProvenProduct proven, RandomGenerator random) {
    this.product = proven.product();
    this.superuser = proven.superuser();
    this.schema = proven.schema();
    this.routes = proven.routes();
    this.pages = proven.pages();
    this.tokens = proven.tokens();
    this.quiet = proven.quiet();
    this.random = random;
  }

  /** Asks all of it. */
  Findings run() throws Exception {
    var first = new Belongings(Tenant.create(superuser, schema, Marks.next()));
    var second = new Belongings(Tenant.create(superuser, schema, Marks.next()));
    for (int turn = 0; turn < TURNS; turn++) {
      turn(turn % 2 == 0 ? first : second, turn % 2 == 0 ? second : first);
    }
    return findings;
  }

  private void turn(Belongings self, Belongings other) throws Exception {
    awaitQuiet();
    var before = other.tenant().digest(superuser, schema);
    for (int i = 0; i < REQUESTS_A_TURN; i++) {
      ask(self, other);
    }
    awaitQuiet();
    if (!other.tenant().digest(superuser, schema).equals(before)) {
      findings.leak("the other's rows changed");
    }
    for (var webhook : product.sandbox().webhooks().by(self.tenant().mark())) {
      if (other.tenant().isShownIn(webhook.body())) {
        findings.leak("a webhook showed the other: " + webhook.body());
      }
    }
  }

  private void awaitQuiet() throws Exception {
    if (!quiet.await()) {
      findings.leak("a worker cannot handle what a request set off");
    }
  }

  private void ask(Belongings self, Belongings other) throws GeneralSecurityException {
    var role = Belongings.someRole(random);
    var filling = new RandomFilling(random, self, other, product.sandbox().uri());
    var route = routes.get(random.nextInt(routes.size()));
    var member =
        Api.of(product.runner().baseUri())
            .with(
                route.needs() == Permission.CALL
                    ? self.tenant().callCredential()
                    : tokens.of(self.tenant(), role));
    var request = RandomRequest.of(route, pages, filling, random);
    var answer = request.sendBy(member);

    findings.answered(answer.status());
    if (other.tenant().isShownIn(answer.body())) {
      findings.leak(request + " by " + role + " showed the other: " + answer.body());
    }
    if (request.reachesForOther() && answer.status() < 300) {
      findings.leak(request + " by " + role + " was not refused: " + answer);
    }
    if (answer.status() >= 500) {
      findings.fault(request + " by " + role + ": " + answer);
    }
    self.note(route, answer);
  }
}
