package com.hekax.phone.platform.queues;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * One queue, one class, one function. A worker says which events it acts on; the batch is settled
 * here: a message that fails is reported alone and its neighbours stay done, an event that was
 * handled before changes nothing, and what no code can read goes on to the dead-letter queue.
 */
public abstract class QueueWorker implements RequestStreamHandler {
  private final MessagePipeline pipeline =
      new MessagePipeline(getClass().getSimpleName(), Platform.current());

  /** The events this worker acts on. */
  protected abstract Subscriptions subscriptions();

  /**
   * Runs once after the messages of a batch, when what they wrote is committed: for attempts that
   * are best made together. A failure is logged and changes nothing, so use it for what something
   * else makes up for.
   */
  protected void afterBatch() {}

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var tree = Json.MAPPER.readTree(input);
    if (!Ping.is(tree)) {
      var batch = Json.MAPPER.treeToValue(tree, SqsBatch.class);
      var answer = pipeline.handle(batch, context, subscriptions());
      pipeline.finish(context, this::afterBatch);
      output.write(Json.MAPPER.writeValueAsBytes(answer));
    }
  }

  /** What SQS hands to a function; the fields that are used. */
  record SqsBatch(@JsonProperty("Records") List<Message> records) {
    record Message(String messageId, String body) {}
  }

  /** Which messages are to be shown again ({@code ReportBatchItemFailures}). */
  record BatchAnswer(List<Failure> batchItemFailures) {
    record Failure(String itemIdentifier) {}
  }
}
