package com.hekax.phone.operations;

import com.hekax.phone.operations.aws.DeployedFunctions;
import com.hekax.phone.operations.aws.OwnerPassword;
import com.hekax.phone.operations.migration.SchemaMigration;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.events.OutboxRelay;

/** The objects of this domain, made when a handler first asks. */
public final class OperationsWiring {
  public static OutboxRelay outboxRelay() {
    return platform().outboxRelay();
  }

  public static TableUpkeep tableUpkeep() {
    return new TableUpkeep(platform().systemDatabase(), platform().clock());
  }

  public static Fleet fleet() {
    return new Fleet(
        new DeployedFunctions(platform().aws(), platform().env().get("FUNCTION_PREFIX")));
  }

  public static SchemaMigration schemaMigration() {
    var env = platform().env();
    return new SchemaMigration(env.get("DB_DIRECT_URL"), OwnerPassword.of(env, platform().aws()));
  }

  public static String service() {
    return platform().service();
  }

  /** Asked for each time, and not kept: tests have a platform for each class, in one JVM. */
  private static Platform platform() {
    return Platform.current();
  }

  private OperationsWiring() {}
}
