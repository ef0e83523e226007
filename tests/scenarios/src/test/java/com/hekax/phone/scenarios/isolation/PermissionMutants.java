package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.scenarios.Api;
import com.hekax.phone.scenarios.TestProduct;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each route asks for lowered. All are in one product at once, since a request runs one
 * handler and sees no other; each is looked at alone.
 */
final class PermissionMutants implements AutoCloseable {
  private final Permission to;
  private final ProvenProduct product;
  private final Tenant self;
  private final Tenant other;

  /** Starts a product whose routes ask for this permission and no more. */
  PermissionMutants(Path folder, Permission to) throws Exception {
    this.to = to;
    this.product =
        ProvenProduct.start(
            folder,
            runner -> runner.classTransformer(Locks.lowered(to, Set.of(Permission.PUBLIC))));
    this.self = Tenant.create(product.superuser(), product.schema(), Marks.next());
    this.other = Tenant.create(product.superuser(), product.schema(), Marks.next());
  }

  /** Of all routes behind an authorizer that ask for something else. */
  List<Mutant> all() {
    var mutants = new ArrayList<Mutant>();
    for (var route : ProbedRoute.all(TestProduct.ROOT)) {
      if (route.needs() != to) {
        mutants.add(
            new Mutant(
                Mutant.Lock.PERMISSION,
                route.name() + " needs " + to + " and not " + route.needs(),
                excuse(route.needs()),
                () -> seen(route)));
      }
    }
    return List.copyOf(mutants);
  }

  @Override
  public void close() throws SQLException {
    product.close();
  }

  private Optional<String> seen(ProbedRoute route) throws Exception {
    var base = product.product().runner().baseUri();
    var probes = new RouteProbes(Api.of(base), product.tokens(), self, other);
    probes.run(List.of(route), product.superuser(), product.schema());
    return Stream.of(probes.leaks(), probes.wrongRoleLeaks(), probes.faults())
        .flatMap(List::stream)
        .findFirst();
  }

  private Optional<String> excuse(Permission needs) {
    if (needs == Permission.CALL) {
      // A call may not do what people may: lowered to that, it is refused itself.
      return to == Permission.PUBLIC
          ? Optional.of("the authorizer in front lets in calls alone")
          : Optional.empty();
    }
    boolean everybody =
        needs == Permission.SIGNED_IN
            || needs == Permission.OWN_ACCOUNT
            || Arrays.stream(Role.values()).allMatch(role -> role.permissions().contains(needs));
    return everybody
        ? Optional.of("the authorizer in front lets in members alone, and every role may")
        : Optional.empty();
  }
}
