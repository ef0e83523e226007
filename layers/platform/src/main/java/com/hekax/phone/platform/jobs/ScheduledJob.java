package com.hekax.phone.platform.jobs;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One schedule, one class, one function. A run may come twice or not at all: a job looks at what is
 * there to do, never at which run this is. A run that fails is thrown on, so the schedule's retry
 * and its dead-letter queue see it.
 */
public abstract class ScheduledJob implements RequestStreamHandler {
  private final String service = Platform.current().service();

  /**
   * Does what is due.
   *
   * @return how much was done, for the log
   */
  protected abstract int run();

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    if (Ping.is(Json.MAPPER.readTree(input))) {
      return;
    }
    LogContext.of(service, context.getFunctionName(), context.getAwsRequestId())
        .run(() -> Log.info("A job is done", field("count", run())));
  }
}
