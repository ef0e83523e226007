package com.hekax.phone.operations;

import com.hekax.phone.operations.aws.DeployedFunctions;
import com.hekax.phone.operations.aws.OwnerPassword;
import com.hekax.phone.operations.migration.SchemaMigration;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.events.OutboxRelay;

/** The objects of this domain, made when a handler first asks. */
public final class OperationsWiring {
  private static final Platform PLATFORM = Platform.current();

  public static OutboxRelay outboxRelay() {
    return PLATFORM.outboxRelay();
  }

  public static TableUpkeep tableUpkeep() {
    return new TableUpkeep(PLATFORM.systemDatabase(), PLATFORM.clock());
  }

  public static Fleet fleet() {
    return new Fleet(new DeployedFunctions(PLATFORM.aws(), PLATFORM.env().get("FUNCTION_PREFIX")));
  }

  public static SchemaMigration schemaMigration() {
    var env = PLATFORM.env();
    return new SchemaMigration(env.get("DB_DIRECT_URL"), OwnerPassword.of(env, PLATFORM.aws()));
  }

  public static String service() {
    return PLATFORM.service();
  }

  private OperationsWiring() {}
}
