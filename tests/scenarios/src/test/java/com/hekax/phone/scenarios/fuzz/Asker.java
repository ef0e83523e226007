package com.hekax.phone.scenarios.fuzz;

import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.scenarios.isolation.Tenant;
import com.hekax.phone.scenarios.isolation.Tokens;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Who sends a request: each role, a program, a call, nobody, and who holds something that is no
 * token.
 */
enum Asker {
  OWNER,
  ADMIN,
  MANAGER,
  AGENT,
  KEY,
  CALL,
  NOBODY,
  FORGER;

  static Asker any(RandomGenerator random) {
    var all = List.of(values());
    return all.get(random.nextInt(all.size()));
  }

  /**
   * What stands in the header Authorization.
   *
   * @param key of the tenant
   */
  Optional<String> authorization(Tenant tenant, Tokens tokens, String key, RandomGenerator random)
      throws GeneralSecurityException {
    return switch (this) {
      case OWNER, ADMIN, MANAGER, AGENT ->
          Optional.of("Bearer " + tokens.of(tenant, Role.valueOf(name())));
      case KEY -> Optional.of("Bearer " + key);
      case CALL -> Optional.of("Bearer " + tenant.callCredential());
      case NOBODY -> Optional.empty();
      case FORGER -> Optional.of(forged(tokens.of(tenant, Role.OWNER), random));
    };
  }

  private static String forged(String token, RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> "Bearer " + token.substring(0, random.nextInt(token.length()));
      case 1 -> "Bearer hxk_" + Long.toHexString(random.nextLong());
      case 2 -> "Basic " + token;
      default -> "Bearer " + token.replace('e', 'E');
    };
  }
}
