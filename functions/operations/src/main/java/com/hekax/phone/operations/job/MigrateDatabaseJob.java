package com.hekax.phone.operations.job;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.hekax.phone.operations.OperationsWiring;
import com.hekax.phone.operations.migration.AnswerBox;
import com.hekax.phone.operations.migration.ResourceRequest;
import com.hekax.phone.operations.migration.SchemaMigration;
import com.hekax.phone.operations.migration.SchemaMigration.Outcome;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.LogContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Migrates the database while a stack is created or updated, as a custom resource. A stack that
 * gets no answer hangs for as long as its time-out, so whatever happens is answered, and in time.
 * Deleting the stack leaves the tables alone.
 */
public final class MigrateDatabaseJob implements RequestStreamHandler {
  private final SchemaMigration migration;
  private final AnswerBox answers;
  private final String service;

  public MigrateDatabaseJob() {
    this(OperationsWiring.schemaMigration(), new AnswerBox(), OperationsWiring.service());
  }

  MigrateDatabaseJob(SchemaMigration migration, AnswerBox answers, String service) {
    this.migration = migration;
    this.answers = answers;
    this.service = service;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = Json.MAPPER.readTree(input);
    if (Ping.is(event)) {
      return;
    }
    var request = Json.MAPPER.treeToValue(event, ResourceRequest.class);
    LogContext.of(service, context.getFunctionName(), context.getAwsRequestId())
        .call(
            () -> {
              answers.put(request.responseUrl(), request.answer(outcome(request, context)));
              return true;
            });
  }

  private Outcome outcome(ResourceRequest request, Context context) {
    if (request.isDelete()) {
      return new Outcome.Migrated("The tables stay as they are");
    }
    return migration.run(
        Duration.ofMillis(context.getRemainingTimeInMillis()).minus(AnswerBox.AT_MOST));
  }
}
